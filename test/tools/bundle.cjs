'use strict';
// node test/tools/bundle.cjs <app directory> <output directory>
// Forge's own bundler, offline. It insists on being loaded by a script file and on the app being the working directory.
const fs = require('fs');
const path = require('path');

const [, , appDirectory, outputDirectory] = process.argv;
const output = path.resolve(outputDirectory);
process.env.FORGE_RUNTIME_PATH = path.resolve(__dirname, '../site/forge/runtime');
process.chdir(appDirectory);

const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

const ignore = () => undefined;
const logger = { info: ignore, warn: console.warn, debug: ignore, trace: ignore, error: console.error };
const gates = { isTypescriptBundlerEnabled: async () => true, testForgeCliBundleRuntimeLoaderGate: async () => false };

async function bundle() {
  const fileSystemReader = new FileSystemReader();
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter());
  const provider = getWrapperProvider({ fileSystemReader, statsigService: gates });
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const { outputDir, additionalOutputs } = await getNodeBundler(logger, provider, config, gates).bundle({
    appDirectory: process.cwd(),
    entryPoints,
  });
  fs.cpSync(outputDir, output, { recursive: true });
  for (const [name, content] of additionalOutputs) {
    const target = path.join(output, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (Buffer.isBuffer(content)) fs.writeFileSync(target, content);
    else fs.cpSync(content, target, { recursive: true });
  }
  fs.rmSync(outputDir, { recursive: true, force: true });
}

bundle().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
