import type { IntegrationProfile } from '../domain/integration-profile';
import type { JobRun } from '../domain/job-run';
import { isHalfway, isOpen, moveCandidate, noteOn, type RemovalCandidate } from '../domain/removal-candidate';
import { jobId } from '../domain/scheduled-job';
import type { Ports } from '../ports/ports';
import { projectCandidates } from './candidate-table';
import type { Burst, Work } from './burst';
import { NOTHING_REMOVED, putBack } from './end-removal';
import { inParallel } from './in-parallel';
import { changeOf } from './left-halfway';
import { halfway } from './reclaim-sentences';
import { recordSeatChange } from './record-seat-change';
import { recordClosed } from './record-decisions';
import { settleRestores } from './settle-restores';
import { partsOf } from './write-generation';

/** How many candidates are closed before the place is stored. */
const PORTION = 100;
const SCHEDULED = ['download', 'activity', 'evaluate'] as const;

/**
 * Closes the open candidates of a deleted profile as Closed Skipped, tells of restores that are halfway, deletes its subscriptions
 * and at last the profile itself.
 */
export const deleteProfileData: Work = async (burst, ports) => {
  const { profileId } = burst.run;
  const count = (await ports.candidates.findBucketCount(profileId)) ?? 0;
  let bucket = (burst.run.cursor as number | null) ?? 0;
  while (bucket < count) {
    if (burst.isOver()) return { kind: 'more' };
    const isDone = await closeSome(bucket, count, burst, ports);
    if (isDone) {
      await tellRestores(bucket, count, burst, ports);
      bucket += 1;
    }
    burst.note({ cursor: bucket, progress: { done: bucket, total: count, unit: 'parts' } });
    await burst.checkpoint();
  }
  await deleteSubscriptions(profileId, ports);
  await Promise.all([ports.activity.deleteCoverage(profileId), ports.positions.delete(profileId)]);
  await forgetRequests(profileId, ports);
  await ports.pauses.remove(SCHEDULED.map((kind) => jobId(profileId, kind)));
  await ports.profiles.remove(profileId);
  return {
    kind: 'finished',
    status: 'Complete',
    summary: `Deleted the profile’s subscriptions and closed ${burst.run.counts.changed} open candidates; its reclamation rules stay.`,
  };
};

async function closeSome(bucket: number, count: number, burst: Burst, ports: Ports): Promise<boolean> {
  const lines = await ports.candidates.readBucket(burst.run.profileId, count, bucket);
  const open = lines.filter((line) => isOpen(line.state));
  const at = burst.run.createdAt;
  const closed = await inParallel(open.slice(0, PORTION), async ({ number }) => {
    const candidate = await ports.candidates.find(number);
    if (!candidate || !isOpen(candidate.state)) return candidate;
    const entry = { at, text: DELETED, by: burst.run.requestedBy };
    const undone = await undoRemoval(candidate, burst, ports);
    return ports.candidates.replace(moveCandidate(undone, 'Closed Skipped', entry));
  });
  const known = closed.filter((candidate): candidate is RemovalCandidate => candidate !== undefined);
  const { profileId, id: runId, requestedBy: by } = burst.run;
  const states = new Map(known.map(({ number, state }) => [number, state]));
  const records = new Map(known.map((candidate) => [candidate.number, candidate]));
  // Before the lines: a burst that is repeated finds what it closed only while the lines are open.
  await recordClosed({ who: 'Deleting the profile', by, profileId, runId, at }, { states, records }, open, ports);
  await projectCandidates(known, ports);
  burst.note({ counts: { processed: closed.length, changed: closed.length } });
  return open.length <= PORTION;
}

const DELETED = 'The integration profile was deleted.';

async function tellRestores(bucket: number, count: number, { run }: Burst, ports: Ports): Promise<void> {
  const profile = await findDeleted(run, ports);
  const lines = await ports.candidates.readBucket(run.profileId, count, bucket);
  if (profile) await settleRestores(lines, { run, profile, why: DELETED }, ports);
}

async function findDeleted({ profileId }: JobRun, { profiles }: Ports): Promise<IntegrationProfile | undefined> {
  return (await profiles.listDeleting()).find(({ id }) => id === profileId);
}

/** Whoever a removal left halfway gets back what it took: nobody takes it up any more. */
async function undoRemoval(candidate: RemovalCandidate, { run }: Burst, ports: Ports): Promise<RemovalCandidate> {
  if (!isHalfway(candidate)) return candidate;
  const profile = await findDeleted(run, ports);
  if (!profile) return candidate;
  const change = changeOf({ candidate, profile, id: run.id, why: DELETED, by: run.requestedBy, runId: run.id });
  const taken = candidate.groupsRemoved ?? [];
  const stuck = await putBack(taken, change, ports);
  const text = `${DELETED} The removal that was under way was undone.${halfway(stuck)}`;
  const told = { kind: 'reclaim-failed', text, details: { code: 'profile-deleted', removing: taken, stuck } } as const;
  await recordSeatChange(change, { ...told, name: `${run.id}.undone.${candidate.number}` }, ports);
  const noted = noteOn(candidate, { at: ports.clock.now(), text, by: run.requestedBy });
  return { ...noted, ...(stuck.length > 0 ? { groupsRemoved: stuck } : NOTHING_REMOVED) };
}

/** Nobody can approve what was asked for this profile any more. */
async function forgetRequests(profileId: string, { reclaimRequests }: Ports): Promise<void> {
  const stored = await reclaimRequests.find(profileId);
  if (stored.requests.length > 0) await reclaimRequests.replace(profileId, { ...stored, requests: [] });
}

async function deleteSubscriptions(profileId: string, { subscriptions, seatLists }: Ports): Promise<void> {
  const list = await seatLists.find(profileId);
  await seatLists.unpublish(profileId);
  if (list) await seatLists.sweep(list);
  if (list?.previous) await seatLists.sweep(list.previous);
  const generation = await subscriptions.findCurrent(profileId);
  if (!generation) return;
  await subscriptions.unpublish(profileId);
  await subscriptions.sweep(generation.id, { parts: [], buckets: partsOf(generation) });
  const { previous } = generation;
  if (previous) await subscriptions.sweep(previous.id, { parts: [], buckets: previous.buckets });
}
