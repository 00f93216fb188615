import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFile, FileSystemReader, FileSystemWriter } from '@forge/cli-shared';
import { lint } from '@forge/lint';
import type { Problem } from './problem';

const OTHER_PRODUCTS = ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'];
const ignore = () => undefined;
const LOGGER = { info: ignore, warn: ignore, debug: ignore, trace: ignore, error: ignore };

/**
 * What Atlassian's linters that need no login find in src and manifest.yml of the working directory. They know which
 * scope a Jira call needs from Atlassian's OpenAPI document; without a copy of it they would fetch one.
 */
export async function lintProblems(jiraOpenApi: string): Promise<Problem[]> {
  const dir = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const nothing = join(dir, 'nothing.json');
    writeFileSync(nothing, JSON.stringify({ paths: {} }));
    process.env['USE_LOCAL_SWAGGER'] = '1';
    process.env['LOCAL_JIRA_SWAGGER'] = jiraOpenApi;
    for (const product of OTHER_PRODUCTS) process.env[`LOCAL_${product}_SWAGGER`] = nothing;
    return await run();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function run(): Promise<Problem[]> {
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const files = await reader.recursiveReadDir('./src', ['node_modules', '.git']);
  const gates = { getDeprecatedRuntimes: () => Promise.resolve([]) };
  type Lint = Parameters<typeof lint>;
  const results = await lint(files, manifest, 'development', LOGGER, gates as unknown as Lint[4], {
    linter: { mode: 'client-side' },
  });
  return results.flatMap(({ file, errors, warnings }) => [
    ...errors.map(({ message, line }) => ({ level: 'error', message, file, line })),
    ...warnings.map(({ message, line }) => ({ level: 'warning', message, file, line })),
  ]);
}
