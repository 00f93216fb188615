import type { AccountId, ProfileId } from '../domain/identifiers';
import { isForBrowser } from '../domain/group-reading';
import type { Instant } from '../domain/instant';
import { isFinished, type JobRun } from '../domain/job-run';
import { isHeld } from '../domain/reading-lease';
import { behaviorOf } from '../domain/site-check/site-behavior';
import type { Ports } from '../ports/ports';
import { cursorOf, type DownloadCursor } from './download-cursor';
import { pagesLeft } from './shared-reading';

/** A download whose members a browser could read, or does. */
export interface BrowserDownload {
  readonly run: JobRun;
  /** Pages that are left to read; null while sizes are not known. */
  readonly requests: number | null;
  readonly reader: { readonly accountId: AccountId; readonly until: Instant } | null;
}

/** With less than this left, the background is done before anybody has decided. */
const WORTH_PAGES = 20;

/** Undefined when there is nothing that a browser could do. What waits is offered even while nothing is known of it. */
export async function findBrowserDownload(
  profileId: ProfileId,
  ports: Pick<Ports, 'runs' | 'leases' | 'siteChecks' | 'clock'>,
): Promise<BrowserDownload | undefined> {
  const run = await ports.runs.findLatest(profileId, 'download');
  if (!run || isFinished(run)) return undefined;
  const lease = await ports.leases.find(run.id);
  const reader = isHeld(lease, ports.clock.now()) ? { accountId: lease.accountId, until: lease.until } : null;
  const cursor = cursorOf(run);
  const requests = cursor ? requestsLeft(cursor) : null;
  if (reader) return { run, requests, reader };
  if (behaviorOf(await ports.siteChecks.find()).bridgeCallsCharged) return undefined; // it would spare no points
  return worth(run, requests) ? { run, requests, reader } : undefined;
}

function worth({ status }: JobRun, requests: number | null): boolean {
  if (requests === 0) return false;
  return status === 'Waiting' || (requests !== null && requests >= WORTH_PAGES);
}

/** A group whose size is not known yet counts as one page; null when none is known. */
function requestsLeft({ groups }: DownloadCursor): number | null {
  const left = groups.flatMap(({ reading }) => (isForBrowser(reading) ? [pagesLeft(reading)] : []));
  if (left.length > 0 && left.every((pages) => pages === undefined)) return null;
  return left.reduce<number>((sum, pages) => sum + (pages ?? 1), 0);
}
