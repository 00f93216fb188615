import type { AccountId, ProfileId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { isFinished, type JobRun } from '../domain/job-run';
import { SECOND } from '../domain/instant';
import { heldFrom, isHeld, type ReadingLease } from '../domain/reading-lease';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { Burst } from './burst';
import { cursorOf, hasPagesForBrowser } from './download-cursor';
import { BROWSER_READS } from './download-sentences';
import { goOn, leaveAlone } from './next-burst';
import { done, refuse, type Outcome } from './outcome';
import { planDownload } from './plan-download';
import { sharedReading, type SharedReading } from './shared-reading';

/** A burst stores what it has read more often than this while it reads. */
const AT_WORK_FOR = 15 * SECOND;
/** Other writers of the run that are given way to, one after the other. */
const TRIES = 6;

/**
 * Gives the reading of the download that is under way to the caller's browser. The caller's own older tab loses it; another
 * person's browser keeps it as long as it hands something in.
 */
export async function claimDownload(
  { profileId, caller }: { profileId: ProfileId; caller: AccountId },
  ports: Ports,
): Promise<Outcome<SharedReading>> {
  const profile = await ports.profiles.find(profileId);
  const run = await ports.runs.findLatest(profileId, 'download');
  if (profile?.status !== 'Published' || !run || isFinished(run)) {
    return refuse('refused', 'No download of this profile is under way. Run its Subscriptions job first.');
  }
  const now = ports.clock.now();
  const current = await ports.leases.find(run.id);
  if (isHeld(current, now) && current.accountId !== caller) {
    return refuse('refused', 'Another administrator’s browser reads the members now. You need not do anything.');
  }
  const lease: ReadingLease = { runId: run.id, token: ports.ids.next(), accountId: caller, until: heldFrom(now) };
  await ports.leases.hold(lease);
  try {
    return done(await nextTurn(lease, ports));
  } catch (error) {
    await ports.leases.release(run.id);
    throw error;
  }
}

/** What the holder of a lease does next. Makes the background leave the reading to it when no burst is at work. */
export async function nextTurn(lease: ReadingLease, ports: Ports): Promise<SharedReading> {
  for (let attempt = 1; ; attempt += 1) {
    const run = await ports.runs.find(lease.runId);
    if (!run) throw new Error('a run with a lease is gone');
    try {
      return await turnOf(run, lease, ports);
    } catch (error) {
      if (!isFailure(error, 'store-conflict') || attempt >= TRIES) throw error;
    }
  }
}

async function turnOf(run: JobRun, lease: ReadingLease, ports: Ports): Promise<SharedReading> {
  if (isFinished(run)) return sharedReading(run, lease.token, 'finished');
  const cursor = cursorOf(run);
  if (cursor && !hasPagesForBrowser(cursor)) return sharedReading(run, lease.token, 'check');
  if (cursor?.yielded) return sharedReading(run, lease.token, 'read');
  const isAtWork = run.status === 'Running' && run.updatedAt > ports.clock.now() - AT_WORK_FOR;
  if (isAtWork) return sharedReading(run, lease.token, 'wait');
  const profile = await ports.profiles.find(run.profileId);
  return profile ? takeOver(run, profile, lease, ports) : sharedReading(run, lease.token, 'wait');
}

/** From here on the messages that are on their way are of no more use; the next one is worked on when the lease is over. */
async function takeOver(
  run: JobRun,
  profile: IntegrationProfile,
  { token, until }: ReadingLease,
  ports: Ports,
): Promise<SharedReading> {
  const burst = new Burst(run, ports, until);
  const cursor = cursorOf(run) ?? (await planDownload(profile, burst, ports));
  burst.note({ cursor: { ...cursor, yielded: true } });
  if (!hasPagesForBrowser(cursor)) {
    await goOn(burst, ports);
    return sharedReading(burst.run, token, 'check');
  }
  await leaveAlone(burst, until, BROWSER_READS, ports);
  return sharedReading(burst.run, token, 'read');
}
