import { firstBreak } from '../../src/domain/evidence';
import type { JobKind } from '../../src/domain/job-run';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { sha256, type World } from './world';

const KINDS: readonly JobKind[] = ['download', 'activity', 'evaluate', 'reclaim', 'restore'];
const sorted = <Row>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/**
 * Everything that must be the same however a run was disturbed. Left out: when it happened, what it cost, and which numbers
 * were used up.
 */
export async function finalState(world: World, profileId: string) {
  return {
    subscriptions: await subscriptions(world, profileId),
    activity: await activity(world),
    candidates: sorted(
      world.candidates.all().map(({ accountId, roleKey, state, inactiveDays, attention }) => ({
        accountId,
        roleKey,
        state,
        inactiveDays,
        attention,
      })),
    ),
    lines: sorted(
      (await readCandidateTable(profileId, world.candidates)).map(({ accountId, roleKey, state }) => ({
        accountId,
        roleKey,
        state,
      })),
    ),
    numbers: (await world.positions.find(profileId))?.byRole,
    spans: (await world.positions.find(profileId))?.activity,
    runs: await Promise.all(KINDS.map((kind) => run(world, profileId, kind))),
    members: sorted(
      [...world.jira.people.values()].map(({ accountId, groups }) => [accountId, ...sorted([...groups])]),
    ),
    removals: sorted(world.jira.removals),
    // Every removal is told once, however often a burst was repeated.
    reported: sorted(
      world.evidence
        .all()
        .filter(({ kind }) => kind === 'reclaim-done')
        .map(seatOf),
    ),
    restored: sorted(
      world.evidence
        .all()
        .filter(({ kind }) => kind === 'restore-done')
        .map(seatOf),
    ),
    // And so is every decision of the rules.
    decided: sorted(decisions(world)),
    // Every end is told once, and nothing is left to watch.
    ends: sorted(
      world.evidence
        .all()
        .filter(({ kind }) => kind === 'job-finished')
        .map(({ details }) => details['kind']),
    ),
    open: (await world.runs.listOpen()).length,
    chainIsWhole: firstBreak(world.evidence.all(), sha256) === undefined,
    garbage: world.subscriptions.garbage(),
  };
}

function decisions({ evidence, candidates }: World): string[] {
  const accountOf = (number: string) => candidates.all().find((each) => each.number === number)?.accountId ?? number;
  const rows = (what: 'opened' | 'closed', details: Readonly<Record<string, unknown>>) =>
    (details[what] as { number: string; roleKey: string }[]).map(
      (each) => `${what} ${accountOf(each.number)} ${each.roleKey}`,
    );
  const told = evidence.all().filter(({ kind }) => kind === 'candidates-decided');
  return told.flatMap(({ details }) => [...rows('opened', details), ...rows('closed', details)]);
}

const seatOf = ({ subject, details }: { subject: string | null; details: Readonly<Record<string, unknown>> }): string =>
  `${subject ?? ''} ${String(details['roleKey'])}`;

/** The current download, every bucket of which must be there. */
export async function subscriptions(world: World, profileId: string) {
  const generation = await world.subscriptions.findCurrent(profileId);
  if (!generation) return undefined;
  const numbers = Array.from({ length: generation.buckets }, (_, bucket) => bucket);
  const holders = (
    await Promise.all(numbers.map((bucket) => world.subscriptions.readBucket(generation, bucket)))
  ).flat();
  const { people, seats, roles, groups } = generation;
  const rows = holders.map(({ accountId, groupIds, administrator }) => ({
    accountId,
    groupIds: sorted(groupIds),
    administrator,
  }));
  return { people, seats, roles, groups, rows: sorted(rows) };
}

async function activity({ activity: store }: World) {
  const count = (await store.findBucketCount()) ?? 0;
  const numbers = Array.from({ length: count }, (_, bucket) => bucket);
  return sorted((await Promise.all(numbers.map((bucket) => store.readBucket(count, bucket)))).flat());
}

async function run({ runs }: World, profileId: string, kind: JobKind) {
  const latest = await runs.findLatest(profileId, kind);
  if (!latest) return undefined;
  const { status, counts, progress, gaps } = latest;
  return { kind, status, counts, progress, gaps };
}
