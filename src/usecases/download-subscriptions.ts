import type { IntegrationProfile } from '../domain/integration-profile';
import { HOUR } from '../domain/instant';
import { emptied } from '../domain/sudden-emptiness';
import { isHeld, type ReadingLease } from '../domain/reading-lease';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import type { Burst, Work, WorkResult } from './burst';
import { cursorOf, hasPagesForBrowser, needsPages, type DownloadCursor } from './download-cursor';
import { BROWSER_READS, summarizeDownload } from './download-sentences';
import { planDownload } from './plan-download';
import { readPreviousList, type PreviousList } from './previous-list';
import { readMemberPages } from './read-member-pages';
import { listDownload } from './seat-list/write-seat-list';
import { settleGroups, type Settled } from './settle-groups';
import { writeGeneration } from './write-generation';

/**
 * Downloads who holds a seat through the selected groups. The first time, and for a few groups every day, all pages are read;
 * otherwise the list before is brought up to date with the audit log, and only groups whose size then differs are read. The new
 * list is made current in one step when every group is shown to be right. A burst that is repeated stages the same part again.
 * While an administrator's browser reads the members, no burst does.
 */
export const downloadSubscriptions: Work = async (burst, ports) => {
  const profile = await ports.profiles.find(burst.run.profileId);
  if (profile?.status !== 'Published') {
    return { kind: 'finished', status: 'Partial', summary: 'The profile is not published any more; nothing was read.' };
  }
  const stop = await workOn(profile, burst, ports);
  if (stop) return stop;
  const cursor = cursorOf(burst.run);
  if (!cursor?.ready) return { kind: 'more' };
  const { generation, outdated } = cursor.ready;
  await ports.subscriptions.publish(generation);
  await showDownload(generation, burst, ports);
  await ports.subscriptions.sweep(cursor.generationId, { parts: cursor.parts, buckets: 0 });
  await ports.subscriptions.sweepStaged(cursor.generationId);
  if (outdated) await ports.subscriptions.sweep(outdated.id, { parts: [], buckets: outdated.buckets });
  return summarizeDownload(cursor, cursor.ready);
};

/** Whoever opens the list sees the download at once, with the activity that is known by now. */
async function showDownload(generation: Generation, { run }: Burst, ports: Ports): Promise<void> {
  const { profileId } = generation;
  const [coverage, rules, position] = await Promise.all([
    ports.activity.findCoverage(profileId),
    ports.rules.list(profileId),
    ports.positions.find(profileId),
  ]);
  const now = position?.at ?? ports.clock.now();
  await listDownload(run.id, { generation, coverage, rules, now }, ports);
}

/** Works until the list is written; otherwise says why it stopped before. */
async function workOn(profile: IntegrationProfile, burst: Burst, ports: Ports): Promise<WorkResult | undefined> {
  let cursor = cursorOf(burst.run);
  while (!cursor?.ready) {
    if (burst.isOver()) return { kind: 'more' };
    const lease = !cursor || hasPagesForBrowser(cursor) ? await ports.leases.find(burst.run.id) : undefined;
    if (isHeld(lease, ports.clock.now())) return leaveToBrowser(cursor, lease, burst);
    const look = cursor?.secondLook;
    if (look && ports.clock.now() < look.at) return { kind: 'later', at: look.at, why: look.why, runs: false };
    if (!cursor) cursor = await planDownload(profile, burst, ports);
    else if (look?.begun === false) cursor = await planDownload(profile, burst, ports, { ...look, begun: true });
    else if (needsPages(cursor)) cursor = await readMemberPages(cursor, burst, ports);
    else cursor = await settle(cursor, burst, ports);
  }
  return undefined;
}

function leaveToBrowser(cursor: DownloadCursor | undefined, lease: ReadingLease, burst: Burst): WorkResult {
  if (cursor) burst.note({ cursor: { ...cursor, yielded: true } });
  return { kind: 'later', at: lease.until, why: BROWSER_READS, runs: cursor !== undefined };
}

/** What the proof of a list may cost beyond the hour's budget when a browser has read the members: a size per group, the log. */
const PROOF_POINTS = { perGroup: 3, atMostElse: 1000 } as const;

/** Makes the list of what is there, or finds out what else has to be read. */
async function settle(cursor: DownloadCursor, burst: Burst, ports: Ports): Promise<DownloadCursor> {
  if (cursor.browserPages > 0) {
    ports.ledger.allowMore(PROOF_POINTS.perGroup * cursor.groups.length + PROOF_POINTS.atMostElse);
  }
  const previous = await readPreviousList(burst.run.profileId, ports);
  const settlement = await settleGroups(cursor, previous, ports);
  if (settlement.kind === 'settled') {
    const gone = cursor.secondLook || !previous ? [] : emptiedSince(previous, cursor, settlement.settled);
    if (gone.length > 0) return holdEmptied(cursor, gone, burst, ports);
    const ready = await writeGeneration(cursor, previous, settlement.settled, burst, ports);
    return { ...cursor, ready };
  }
  const next = { ...cursor, groups: settlement.groups, settlements: cursor.settlements + 1 };
  burst.note({ cursor: next });
  await burst.checkpoint();
  return next;
}

/** How long what lost everybody at once is left alone before it is read again. */
const SECOND_LOOK_AFTER = HOUR;

function emptiedSince(previous: PreviousList, { groups, roles }: DownloadCursor, { members }: Settled): string[] {
  const before = { roles: previous.generation.roles, members: previous.members };
  return emptied(
    groups.filter(({ selected }) => selected),
    before,
    { roles, members },
  );
}

/** Everybody gone at once is no news yet: the list before stays until a second look shows the same. */
function holdEmptied(cursor: DownloadCursor, gone: readonly string[], burst: Burst, { clock }: Ports): DownloadCursor {
  const why = `Nobody is left in ${gone.join(', ')}. We read everything again before anything changes.`;
  const held = { ...cursor, secondLook: { at: clock.now() + SECOND_LOOK_AFTER, why, begun: false } };
  burst.note({ cursor: held });
  return held;
}
