import { DAY, HOUR } from '../../src/domain/instant';
import type { ActivityFact } from '../../src/domain/activity';
import { auditSlices } from '../../src/usecases/audit-slices';
import { readRest } from '../../src/usecases/read-rest';
import { FakeClock } from '../fakes/fake-clock';
import { collectBy, lastSeen, seatAll } from '../fakes/searched';
import { World } from '../fakes/world';
import { parseDataFile } from '../site/jira';
import { SMALL_SITE } from '../site-tests/jira/small-site';
import { onSmallSite } from './jira-platform';

/** Imports, scripts and years of automation leave far more of one thing than any answer holds. */
const at = (text: string) => Date.parse(text);
const iso = (moment: number) => new Date(moment).toISOString();
const withLines = (lines: readonly object[]) =>
  parseDataFile([SMALL_SITE, ...lines.map((line) => JSON.stringify(line))].join('\n'));

const IMPORTED = 11_000;
const IMPORT_DAY = at('2026-03-10T00:00:00Z');

test('a bulk import of 11,000 records in a day is read completely, in slices that fit', async () => {
  const records = Array.from({ length: IMPORTED }, (_, n) => ({
    kind: 'audit',
    id: String(n + 100),
    created: iso(IMPORT_DAY + 9 * HOUR + n * 1000),
    author: 'joe',
    category: 'user management',
    summary: 'User created',
  }));
  const { activity, jira } = onSmallSite(1_000_000, withLines(records));
  const read = new Set<string>();
  for await (const slice of auditSlices(IMPORT_DAY - DAY, IMPORT_DAY + 2 * DAY, { activitySource: activity })) {
    expect(slice.full).toBe(false);
    for (const { ref } of slice.facts) read.add(ref ?? '');
  }
  expect(read.size).toBe(IMPORTED);
  // A full answer is thrown away: there may not be many of them.
  expect(jira.traffic(0).length).toBeLessThan(50);
});

test('a bulk import of 11,000 work items in a day is credited to whoever imported them, once', async () => {
  const issues = Array.from({ length: IMPORTED }, (_, n) => ({
    kind: 'issue',
    key: `I-${n + 1}`,
    project: 'I',
    created: iso(IMPORT_DAY + n * 5000),
    creator: n === 0 ? 'ida' : 'tim',
    comments: [],
    histories: [],
    worklogs: [],
  }));
  const { activity } = onSmallSite(1_000_000, withLines(issues));
  const facts: ActivityFact[] = [];
  for (let page: string | null = null, first = true; first || page !== null; first = false) {
    const answer = await activity.readIssues(IMPORT_DAY, page);
    facts.push(...answer.facts.filter(({ ref }) => ref?.startsWith('I-')));
    page = answer.nextPage;
  }
  expect(new Set(facts.map(({ ref }) => ref)).size).toBe(IMPORTED);
  expect(facts.filter(({ accountId }) => accountId === 'ida')).toEqual([
    { accountId: 'ida', kind: 'issue-created', at: IMPORT_DAY, ref: 'I-1' },
  ]);
});

const CHANGES = 5000;
const OLD = at('2026-02-10T10:00:00Z');

/** Only the very first change is Tim's, so an answer that shows the newest never shows it. */
const busy = {
  kind: 'issue',
  key: 'C-1',
  project: 'C',
  created: '2026-02-01T10:00:00Z',
  creator: 'ada',
  comments: [],
  histories: Array.from({ length: CHANGES }, (_, n) => ({
    id: String(n + 1000),
    author: n === 0 ? 'tim' : 'joe',
    created: iso(OLD + n * 60_000),
  })),
  worklogs: [],
};

test.each([100, 0])('all 5,000 changes of a work item are read when an answer shows %d (0: all)', async (inline) => {
  const { activity, switches } = onSmallSite(1_000_000, withLines([busy]));
  switches.set('inlineChangelog', inline);
  const { facts, truncated } = await activity.readIssues(at('2026-01-01T00:00:00Z'), null);
  const cut = truncated.find(({ issueKey }) => issueKey === 'C-1');
  const rest = cut ? (await readRest(cut, activity)).facts : [];
  const changes = [...facts, ...rest].filter(({ kind, ref }) => kind === 'issue-changed' && ref === 'C-1');
  expect(new Set(changes.map((fact) => fact.at)).size).toBe(CHANGES);
  expect(changes.filter(({ accountId }) => accountId === 'tim').map((fact) => fact.at)).toContain(OLD);
});

/** A profile over these people, judged on the real adapters. */
async function searched(kind: 'crawl' | 'probe', people: readonly string[], lines: readonly object[]) {
  const { activity, clock } = onSmallSite(1_000_000, withLines(lines));
  const ports = { ...new World().ports, activitySource: activity, clock: new FakeClock(clock.now()) };
  const profileId = await seatAll(people, at('2026-02-05T00:00:00Z'), ports);
  const run = await collectBy(kind, profileId, ports);
  return { run, seen: await lastSeen(ports), coverage: await ports.activity.findCoverage(profileId) };
}

test.each(['crawl', 'probe'] as const)(
  'the one who made the first of 5,000 changes is found by the %s',
  async (kind) => {
    const { seen } = await searched(kind, ['tim', 'ida'], [busy]);
    expect(Math.abs((seen.get('tim')?.at ?? 0) - OLD)).toBeLessThan(kind === 'crawl' ? 1 : 1.5 * DAY);
  },
);

test('an account that search does not know spoils nobody else’s answer, and is itself unknown, not silent', async () => {
  const created = '2026-02-20T10:00:00Z';
  const own = { ...busy, key: 'D-1', project: 'D', creator: 'abe', created, histories: [] };
  const { run, seen, coverage } = await searched('probe', ['ghost', 'abe', 'ida'], [own]);
  expect(run.gaps).toEqual([]);
  expect(Math.abs((seen.get('abe')?.at ?? 0) - at(created))).toBeLessThan(1.5 * DAY);
  expect([seen.get('ida')?.at, seen.get('ida')?.unreadUntil]).toEqual([undefined, undefined]);
  expect(seen.get('ghost')?.at).toBeUndefined();
  expect(seen.get('ghost')?.unreadUntil).toBeGreaterThan(at('2026-03-30T00:00:00Z'));
  expect(coverage?.limits?.map(({ kind }) => kind)).toContain('unclear-people');
});
