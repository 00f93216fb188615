import '../ports/forge-globals';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { JOB_QUEUE } from '../../src/adapters/queue/forge-job-queue';
import { DECLARED_MEMORY_MB } from '../../src/domain/site-check/memory-load';
import { WAYS_IN } from '../../src/domain/site-check/ways-in';
import { BURST_MS } from '../../src/usecases/advance-run';
import { EVENT_MEMORY_GB } from '../../src/domain/view-counting';
import { NAVIGATION } from '../../static/admin/src/navigation';
import * as handlers from '../../src/index';
import { loadManifest } from '../site/forge/manifest/manifest';

const ROOT = join(__dirname, '../..');
const manifest = loadManifest(ROOT);
const functions = [...manifest.functions.values()];
const callers = [
  ...manifest.resolvers,
  ...manifest.consumers,
  ...manifest.scheduledTriggers,
  ...manifest.eventTriggers,
];

test('every handler of the manifest is exported, and nothing else is', () => {
  expect(functions.map(({ handler }) => handler).sort()).toEqual(
    Object.keys(handlers)
      .map((name) => `index.${name}`)
      .sort(),
  );
});

test('every function has a caller and every caller its function', () => {
  expect(new Set(callers.map(({ functionKey }) => functionKey))).toEqual(new Set(manifest.functions.keys()));
});

test('the queue that is written to has exactly one consumer', () => {
  expect(manifest.consumers.map(({ queue }) => queue)).toEqual([JOB_QUEUE]);
});

test('a burst ends a minute before the platform ends the function', () => {
  const consumer = manifest.functions.get(manifest.consumers[0]?.functionKey ?? '');
  expect(BURST_MS).toBe(((consumer?.timeoutSeconds ?? 0) - 60) * 1000);
});

test('what counting views is estimated to cost is reckoned with the memory of its function', () => {
  expect(manifest.functions.get('product-event')?.memoryMb).toBe(EVENT_MEMORY_GB * 1024);
});

test('every entity that the adapters name is declared, with the columns of their indexes', () => {
  const attributes = (name: string) =>
    Object.keys(manifest.entities.find((each) => each.name === name)?.attributes ?? {});
  expect(attributes('document').sort()).toEqual(['record', 'revision', 'writer']);
  expect(attributes('removal-candidate').sort()).toEqual(['openedAt', 'person', 'record', 'revision', 'writer']);
  expect(attributes('job-run').sort()).toEqual(['createdAt', 'profileId', 'record', 'revision', 'watch', 'writer']);
  const columns = ['actor', 'at', 'candidate', 'kind', 'name', 'record', 'revision', 'sequence', 'subject', 'writer'];
  expect(attributes('evidence').sort()).toEqual(columns);
});

test('the page in the Apps menu lists what Jira settings list', () => {
  const page = manifest.pages.find(({ key }) => key === 'license-management');
  expect((page?.layout as { sections: unknown }).sections).toEqual(NAVIGATION);
});

test('one more page is a button in Manage apps, whatever Jira settings list', () => {
  const started = manifest.pages.filter(({ layout }) => (layout as { useAsGetStarted?: boolean }).useAsGetStarted);
  expect(started.map(({ key }) => key)).toEqual(['get-started']);
  expect(started[0]?.layout).not.toHaveProperty('sections');
});

test('one page is in the Apps menu, for people who may not open Jira settings', () => {
  const inApps = manifest.pages.filter(({ type }) => type === 'jira:globalPage');
  expect(inApps.map(({ key }) => key)).toEqual(['global-page']);
});

test('the site check knows the memory that is declared, and every way in', () => {
  const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
  expect(Number(/memoryMB: (\d+)/.exec(text)?.[1])).toBe(DECLARED_MEMORY_MB);
  expect([...WAYS_IN].sort()).toEqual(manifest.resolvers.map(({ key }) => key).sort());
});

test('the app sends nothing to anybody else', () => {
  const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
  expect(text).not.toMatch(/external|remotes|unsafe-/);
});

test('the import rules hold', async () => {
  const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
  expect(existsSync(depcruise)).toBe(true);
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'static'];
  const { stdout } = await promisify(execFile)(depcruise, args, { cwd: ROOT }).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout).toContain('no dependency violations found');
});
