// node test/tools/build-bundle.mjs [app directory]: bundles the app's functions unless that was done for these very
// sources, and prints the folder with the result.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { inProject, ROOT, runNode } from './project.mjs';

const KEPT_BUNDLES = 20; // sites that still run need theirs
const LONGEST_BUILD_MS = 3_600_000;

/**
 * Every bundle has a folder named after its sources, so two builders never get into each other's way and a running
 * site keeps its files.
 * @param {string} [appDir]
 * @returns {Promise<string>}
 */
export async function buildBundle(appDir = ROOT) {
  const digest = fingerprint([
    join(appDir, 'manifest.yml'),
    join(appDir, 'src'),
    join(appDir, 'tsconfig.json'),
    inProject('package-lock.json'),
    inProject('test/site/forge/runtime/dist/wrapper.js'),
    inProject('test/site/forge/runtime/dist/loader.js'),
  ]);
  const cache = inProject('.site', 'bundle', relative(ROOT, appDir).replace(/\W+/g, '-') || 'app');
  const bundle = join(cache, digest);
  if (existsSync(bundle)) return bundle;
  const unfinished = join(cache, `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  const code = await runNode([inProject('test/tools/bundle.cjs'), appDir, unfinished], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error('The function bundle could not be built.');
  }
  keep(unfinished, bundle);
  forgetOld(cache);
  return bundle;
}

/**
 * Gives a finished bundle its name. When another builder was faster its bundle is taken: it is made of the same sources.
 * @param {string} unfinished
 * @param {string} bundle
 */
export function keep(unfinished, bundle) {
  try {
    renameSync(unfinished, bundle);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** @param {string} cache */
function forgetOld(cache) {
  const age = (/** @type {string} */ name) => statSync(join(cache, name)).mtimeMs;
  const newestFirst = readdirSync(cache).sort((a, b) => age(b) - age(a));
  const bundles = newestFirst.filter((name) => !name.startsWith('unfinished-'));
  const abandoned = newestFirst.filter(
    (name) => name.startsWith('unfinished-') && age(name) < Date.now() - LONGEST_BUILD_MS,
  );
  for (const name of [...bundles.slice(KEPT_BUNDLES), ...abandoned])
    rmSync(join(cache, name), { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildBundle(resolve(process.argv[2] ?? ROOT)).then(
    (bundle) => console.log(bundle),
    (/** @type {Error} */ error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
