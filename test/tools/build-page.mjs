// Builds the admin page with Vite unless that was done for these very sources.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { inProject, runNode } from './project.mjs';

const PAGE = inProject('static', 'admin');
const STAMP = join(PAGE, 'dist', '.sources');

/** Builds static/admin into static/admin/dist. Throws when Vite fails. */
export async function buildPage() {
  const digest = fingerprint([PAGE, inProject('src', 'shared'), inProject('package-lock.json')]);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');
  const code = await runNode([vite, 'build', PAGE, '--logLevel', 'warn'], {
    env: {
      ...process.env,
      NODE_ENV: 'production', // a test runner has another one, which Vite would take over
      VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', // about a future major version of Vite
    },
  });
  if (code !== 0) throw new Error('The admin page could not be built.');
  writeFileSync(STAMP, digest);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
