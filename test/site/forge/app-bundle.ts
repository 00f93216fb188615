import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(__dirname, '../../..');
const BUILD = join(PROJECT, 'test/tools/build-bundle.mjs');

/** The folder with the official bundler's output for an app; built only when its sources changed. */
export async function bundleOf(appDir: string): Promise<string> {
  // Hundreds of sites start during `npm test`, which looked once whether this project's sources changed.
  const built = process.env['PROJECT_BUNDLE'];
  if (built !== undefined && resolve(appDir) === PROJECT) return built;
  const { stdout } = await promisify(execFile)(process.execPath, [BUILD, appDir]);
  return stdout.trim();
}
