import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { latestActivity } from '../../src/domain/activity';
import { DAY } from '../../src/domain/instant';
import { readActivityOf } from '../../src/usecases/activity-table';
import { FakeClock } from '../fakes/fake-clock';
import { collectBy, seatAll } from '../fakes/searched';
import { World } from '../fakes/world';
import { loadDataFile } from '../site/jira';
import { onSmallSite } from './jira-platform';

/** A data file with the independently computed answer beside it; `.ci/run` names it when it is there. */
const HISTORY = process.env['SITE_HISTORY'];
const DAYS = [30, 60, 90] as const;

interface Truth {
  readonly asOf: string;
  readonly definitions: {
    readonly any: Readonly<Record<(typeof DAYS)[number], { readonly size: number; readonly sha256: string }>>;
  };
}

(HISTORY === undefined ? describe.skip : describe)('searching only for silent people (needs SITE_HISTORY)', () => {
  const file = HISTORY ?? '';
  const truth = (): Truth => JSON.parse(readFileSync(file.replace(/\.ndjson(\.gz)?$/, '.truth.json'), 'utf8')) as Truth;

  it.each(DAYS)(
    'finds exactly the people who were active in the last %d days',
    async (days) => {
      const { asOf, definitions } = truth();
      const now = Date.parse(asOf);
      const { activity, clock, data } = onSmallSite(10_000_000, loadDataFile(file));
      clock.advanceTo(now);
      const ports = { ...new World().ports, activitySource: activity, clock: new FakeClock(now) };
      const people = data.users.map(({ accountId }) => accountId);
      const profileId = await seatAll(people, now - days * DAY, ports);
      const run = await collectBy('probe', profileId, ports);
      expect(run.gaps).toEqual([]);
      const table = await readActivityOf(0, 1, ports.activity);
      const active = table
        .filter((person) => (latestActivity(person)?.at ?? 0) >= now - days * DAY)
        .map(({ accountId }) => accountId)
        .sort();
      expect(active).toHaveLength(definitions.any[days].size);
      expect(createHash('sha256').update(active.join('\n')).digest('hex')).toBe(definitions.any[days].sha256);
      expect(table.filter(({ unreadUntil }) => unreadUntil !== undefined)).toEqual([]);
    },
    120_000,
  );
});
