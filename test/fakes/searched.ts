import { latestActivity } from '../../src/domain/activity';
import { plannedSearch, type SearchKind } from '../../src/domain/search-plan';
import type { Ports } from '../../src/ports/ports';
import { Burst } from '../../src/usecases/burst';
import { collectActivityBy } from '../../src/usecases/collect-activity';
import { newRun } from '../../src/domain/job-run';
import { readActivityOf } from '../../src/usecases/activity-table';

let runs = 0;

/** Collects activity once, searching the way it is told; answers the finished run. */
export async function collectBy(kind: Exclude<SearchKind, 'events'>, profileId: string, ports: Ports) {
  runs += 1;
  const run = newRun(
    {
      id: `run-${runs}.activity`,
      number: `JOB${runs}`,
      profileId,
      kind: 'activity',
      name: 'n',
      cursor: null,
      requestedBy: null,
    },
    ports.clock.now(),
  );
  await ports.runs.create(run);
  const burst = new Burst(run, ports, Infinity);
  const result = await collectActivityBy(() => plannedSearch(kind, { requests: 0, points: 0 }))(burst, ports);
  return { ...burst.run, result };
}

/** When everybody was last seen, as far as is known; people about whom something is unread are marked. */
export async function lastSeen(
  ports: Ports,
): Promise<Map<string, { at: number | undefined; unreadUntil: number | undefined }>> {
  const people = await readActivityOf(0, 1, ports.activity);
  return new Map(
    people.map((person) => [person.accountId, { at: latestActivity(person)?.at, unreadUntil: person.unreadUntil }]),
  );
}
