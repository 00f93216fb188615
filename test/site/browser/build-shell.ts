import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, 'shell');
const ROOT = join(__dirname, '..', '..', '..');

/** Where the built shell lies. */
export const SHELL_DIR = join(ROOT, '.site', 'shell');

/** Builds the administration shell unless the last build is newer than its sources. */
export function buildShell(): void {
  const built = join(SHELL_DIR, 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newest(SOURCES)) return;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // A test runner has another NODE_ENV, which Vite would take over.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', SOURCES, '--logLevel', 'error'], { cwd: ROOT, stdio: 'pipe', env });
}

function newest(directory: string): number {
  return Math.max(...readdirSync(directory).map((name) => statSync(join(directory, name)).mtimeMs));
}
