// npm run bench: what the main job costs on sites of growing size, in Atlassian's units. Arguments: seats:issues …
import { spawn } from 'node:child_process';
import { buildBundle } from './build-bundle.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inProject, ROOT } from './project.mjs';

const SIZES = ['300:3000', '5000:50000', '50000:300000'];
const COLUMNS = [
  'requests',
  'points',
  'kvsUnits',
  'queuePushes',
  'invocations',
  'gbSeconds',
  'peakMemoryMb',
  'seconds',
];

/**
 * The last line of `--once`.
 * @param {string} seats
 * @param {string} issues
 * @returns {Promise<Record<string, unknown>>}
 */
function mainJob(seats, issues) {
  const args = [
    '--import',
    'tsx',
    inProject('test', 'site', 'start.ts'),
    '--once',
    '--seats',
    seats,
    '--issues',
    issues,
  ];
  return new Promise((resolve, reject) => {
    const site = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    site.stdout.on('data', (chunk) => (output += String(chunk)));
    site.once('close', (code) => {
      if (code !== 0) reject(new Error(`The main job on ${seats} seats and ${issues} issues failed.`));
      else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
    });
  });
}

try {
  await ensureInstalled();
  await buildBundle();
  const sizes = process.argv.length > 2 ? process.argv.slice(2) : SIZES;
  const rows = [];
  for (const size of sizes) {
    const [seats = '', issues = ''] = size.split(':');
    const summary = await mainJob(seats, issues);
    rows.push({ seats, issues, ...Object.fromEntries(COLUMNS.map((name) => [name, summary[name]])) });
  }
  console.table(rows);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
