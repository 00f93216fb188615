import fc from 'fast-check';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { DAY, HOUR, MINUTE } from '../../src/domain/instant';
import {
  addCounts,
  backOff,
  isFinished,
  isStalled,
  messageFor,
  newRun,
  NO_COUNTS,
  type RunStatus,
} from '../../src/domain/job-run';
import { jobsOf, nextKind, nextRefresh } from '../../src/domain/scheduled-job';
import { NOW } from './arbitraries';

const profile = {
  id: 'p-1',
  displayName: 'Jira',
  status: 'Published',
  downloadActivity: true,
  publishedAt: NOW,
} as IntegrationProfile;
const draft: IntegrationProfile = { ...profile, status: 'Draft' };
const run = newRun(
  { id: 'r', number: 'JOB0000001', profileId: 'p-1', kind: 'download', name: 'n', cursor: null, requestedBy: null },
  NOW,
);

describe('the jobs of a profile', () => {
  test.each([
    ['a draft', draft, []],
    ['activity off', { ...profile, downloadActivity: false }, ['download']],
    ['everything on', profile, ['download', 'activity', 'evaluate']],
  ])('%s', (_name, given, kinds) => expect(jobsOf(given).map((job) => job.kind)).toEqual(kinds));

  test('have the original’s names', () => {
    expect(jobsOf(profile).map((job) => [job.id, job.name, job.subflow])).toEqual([
      ['p-1.download', 'SAM - Refresh Jira Subscriptions', 'Jira Download Subscriptions'],
      ['p-1.activity', 'SAM - Refresh Jira Activity', 'Jira Update User Activity'],
      ['p-1.evaluate', 'SAM - Identify new reclamation candidates (Jira)', 'Identify removal candidates'],
    ]);
  });

  test.each([
    ['download', true, 'activity'],
    ['download', false, undefined],
    ['activity', true, 'evaluate'],
    ['evaluate', true, undefined],
    ['reclaim', true, undefined],
  ] as const)('%s (activity on: %s) is followed by %s', (kind, downloadActivity, expected) => {
    expect(nextKind(kind, { ...profile, downloadActivity })).toBe(expected);
  });
});

describe('the daily refresh', () => {
  test.each([
    ['never ran', undefined, NOW],
    ['ran before it was published (again)', NOW - 1, NOW],
    ['ran on time', NOW, NOW + DAY],
    ['ran in between, by hand', NOW + 5 * HOUR, NOW + DAY],
    ['ran a moment before the next turn', NOW + DAY - 1, NOW + DAY],
    ['ran at the next turn', NOW + DAY, NOW + 2 * DAY],
  ])('%s', (_name, last, next) => expect(nextRefresh(profile, last)).toBe(next));

  test.each([draft, { ...profile, publishedAt: null }])('is never due for a profile that is not published', (given) => {
    expect(nextRefresh(given, undefined)).toBeUndefined();
  });

  test('however long nobody looked, missed turns are made up for once', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 4 * DAY }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, (pauses) => {
        let now = NOW;
        let last: number | undefined;
        const turns = new Set<number>();
        for (const pause of pauses) {
          for (let looks = 0; looks < 3; looks += 1) {
            const due = nextRefresh(profile, last);
            if (due === undefined || due > now) continue;
            turns.add(Math.floor((now - NOW) / DAY));
            expect(looks).toBe(0); // looking again at once finds nothing more
            last = now;
          }
          now += pause;
        }
        const looked = new Set(pauses.map((_, n) => Math.floor(pauses.slice(0, n).reduce((a, b) => a + b, 0) / DAY)));
        expect(turns).toEqual(looked); // once on every day on which somebody looked
      }),
    );
  });
});

describe('a message', () => {
  const statuses: RunStatus[] = ['Queued', 'Running', 'Waiting', 'Complete', 'Partial', 'Failed'];
  test.each(statuses)('for a run that is %s', (status) => {
    const over = ['Complete', 'Partial', 'Failed'].includes(status);
    const given = { ...run, status, step: 5 };
    expect(isFinished(given)).toBe(over);
    expect(messageFor(given, 4)).toBe('drop');
    expect(messageFor(given, 5)).toBe(over ? 'drop' : 'work');
    expect(messageFor(given, 6)).toBe(over ? 'drop' : 'too-early');
  });
});

describe('a run that stands still', () => {
  const updatedAt = NOW;
  test.each([
    ['Running', null, 20 * MINUTE, false],
    ['Running', null, 20 * MINUTE + 1, true],
    ['Queued', null, HOUR, true],
    ['Waiting', NOW + HOUR, HOUR + 20 * MINUTE, false],
    ['Waiting', NOW + HOUR, HOUR + 20 * MINUTE + 1, true],
    ['Complete', null, DAY, false],
    ['Failed', null, DAY, false],
  ] as const)('%s, to go on at %s, after %d ms: stalled %s', (status, resumesAt, later, stalled) => {
    expect(isStalled({ ...run, status, resumesAt, updatedAt }, NOW + later)).toBe(stalled);
  });
});

test('pauses double up to an hour', () => {
  expect([0, 1, 2, 3, 6, 7, 30].map((attempts) => backOff(attempts) / MINUTE)).toEqual([1, 1, 2, 4, 32, 60, 60]);
});

test('counts add up', () => {
  const count = fc.nat(1000);
  const counts = fc.record({
    processed: count,
    created: count,
    changed: count,
    left: count,
    skipped: count,
    failed: count,
  });
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      expect(addCounts(addCounts(NO_COUNTS, a), b)).toEqual(addCounts(b, a));
      expect(addCounts(a, {})).toEqual(a);
    }),
  );
});
