import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BUILD = join(__dirname, '../../tools/build-bundle.mjs');

/** The folder with the official bundler's output for an app; built only when its sources changed. */
export async function bundleOf(appDir: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [BUILD, appDir]);
  return stdout.trim();
}
