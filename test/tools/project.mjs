import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deployedNode } from '../site/forge/runtime/deployed-node.cjs';

/** The repository's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A path inside the repository.
 * @param {...string} parts
 */
export const inProject = (...parts) => join(ROOT, ...parts);

/**
 * Runs a script with the Node.js that the app is deployed on, and answers its exit code.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const runNode = (args, options) => run(deployedNode(), args, options);

/**
 * Runs a TypeScript file of the project, as `runNode` does.
 * @param {string} path inside the repository
 * @param {readonly string[]} [args]
 * @returns {Promise<number>}
 */
export const runScript = (path, args = []) => runNode(['--import', 'tsx', inProject(path), ...args]);

/**
 * Runs a program to its end and answers its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
