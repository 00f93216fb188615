import { bucketCountFor, intoBuckets } from '../../src/domain/account-bucket';
import { latestActivity } from '../../src/domain/activity';
import { plannedSearch, type SearchKind } from '../../src/domain/search-plan';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import type { Ports } from '../../src/ports/ports';
import type { Generation } from '../../src/ports/stores';
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

/** A published profile whose list is downloaded: all these people hold a seat. */
export async function seatAll(people: readonly string[], analyzeFrom: number, ports: Ports): Promise<string> {
  const id = 'p-searched';
  await ports.profiles.create({ ...PROFILE, id, analyzeFrom });
  const buckets = bucketCountFor(people.length);
  const generation: Generation = {
    id: 'g-1',
    profileId: id,
    buckets,
    people: people.length,
    seats: people.length,
    roles: [{ key: 'jira-software', name: 'Jira', groupIds: ['g'] }],
    groups: [{ id: 'g', name: 'g' }],
    completedAt: analyzeFrom,
    knownSince: analyzeFrom,
    administrators: { groups: [], buckets: 0 },
    checks: [],
    previous: null,
  };
  const holders = people.map((accountId) => ({
    accountId,
    groupIds: ['g'],
    firstSeen: null,
    administrator: false,
    traits: null,
  }));
  for (const [bucket, rows] of intoBuckets(holders, buckets, (holder) => holder.accountId).entries())
    await ports.subscriptions.writeBucket(generation, bucket, rows);
  await ports.subscriptions.publish(generation);
  return id;
}

const PROFILE: Omit<IntegrationProfile, 'id' | 'analyzeFrom'> = {
  revision: 1,
  displayName: 'P',
  connectionName: 'C',
  status: 'Published',
  downloadActivity: true,
  reclaim: false,
  groupIds: ['g'],
  reclaimOperator: null,
  operatorAuthorizedAt: null,
  operatorCheck: null,
  validation: null,
  createdAt: 0,
  updatedAt: 0,
  publishedAt: 0,
  deletingSince: null,
};
