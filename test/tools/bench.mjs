// npm run bench: what the main job, downloading alone, searching for silent people, a normal day and a day of product events cost
// on sites of growing size, in Atlassian's units, what memory every function takes, and what a person waits for.
// Arguments: seats:issues …; SITE_HISTORY names a data file to measure too.
import { spawn } from 'node:child_process';
import { buildBundle } from './build-bundle.mjs';
import { buildPage } from './build-page.mjs';
import { deployedNode } from '../site/forge/runtime/deployed-node.cjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inProject, ROOT, runScript } from './project.mjs';

const SIZES = ['300:3000', '5000:50000', '50000:300000'];
/** Seats and work items of which a normal day is measured. */
const DAYS = ['5000:50000', '50000:100000'];
/** Seats and work items of which every function's memory is measured. */
const MEMORY = ['50000:100000', '150000:100000'];
/** Views of people in a day. */
const VIEWS = '1000000:20000';
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
 * @param {string[]} flags which site
 * @returns {Promise<Record<string, unknown>>}
 */
function mainJob(flags) {
  const args = ['--import', 'tsx', inProject('test', 'site', 'start.ts'), '--once', ...flags];
  return new Promise((resolve, reject) => {
    const site = spawn(deployedNode(), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    site.stdout.on('data', (chunk) => (output += String(chunk)));
    site.once('close', (code) => {
      if (code !== 0) reject(new Error(`The main job failed: ${flags.join(' ')}`));
      else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
    });
  });
}

try {
  await ensureInstalled();
  await Promise.all([buildBundle(), buildPage()]);
  const sizes = process.argv.length > 2 ? process.argv.slice(2) : SIZES;
  const sites = sizes.map((size) => {
    const [seats = '', issues = ''] = size.split(':');
    return { site: `${seats} seats, ${issues} issues`, flags: ['--seats', seats, '--issues', issues] };
  });
  const history = process.env['SITE_HISTORY'];
  if (history !== undefined) sites.push({ site: 'real history', flags: ['--data', history] });
  const rows = [];
  for (const { site, flags } of sites) {
    const summary = await mainJob(flags);
    rows.push({ site, ...Object.fromEntries(COLUMNS.map((name) => [name, summary[name]])) });
  }
  console.table(rows);
  const seats = sizes.map((size) => size.split(':')[0] ?? '');
  const measured = [];
  for (const [name, args] of /** @type {[string, string[]][]} */ ([
    ['download', seats],
    ['browser', seats],
    ['activity', ['50000:100000', ...sizes]],
    ['decide', []],
    ['memory', MEMORY],
    ['day', DAYS],
    ['events', [VIEWS]],
    ['reclaim', []],
    ['returns', []],
    ['page', []],
    ['list', []],
    ['readers', []],
    ['candidates', []],
  ]))
    measured.push(await runScript(`test/tools/bench-${name}.ts`, args));
  process.exitCode = Math.max(...measured);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
