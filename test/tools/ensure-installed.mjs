import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inProject, run } from './project.mjs';

const STAMP = inProject('node_modules', '.installed-lock');

/** Runs `npm ci` unless node_modules already is what package-lock.json says. Throws when that fails. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  if (!installedByHand()) {
    console.log('Installing packages, once (npm ci) …');
    const npm = process.env.npm_execpath;
    // npm replaces the packages, one of which may be the Node.js that runs this: npm's own is used.
    const node = process.env.npm_node_execpath ?? process.execPath;
    const [program, args] = npm === undefined ? ['npm', ['ci']] : [node, [npm, 'ci']];
    const code = await run(program, args, { shell: npm === undefined && process.platform === 'win32' });
    if (code !== 0) throw new Error('npm ci failed; its message is above.');
  }
  writeFileSync(STAMP, lock);
}

/** Somebody ran npm themselves after the lock file last changed: npm notes that in a lock file of its own. */
function installedByHand() {
  const own = inProject('node_modules', '.package-lock.json');
  return existsSync(own) && statSync(own).mtimeMs >= statSync(inProject('package-lock.json')).mtimeMs;
}
