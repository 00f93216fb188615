import type { AccountId, ProfileId } from '../domain/identifiers';
import { isForBrowser } from '../domain/group-reading';
import type { Instant } from '../domain/instant';
import { isFinished, type JobRun } from '../domain/job-run';
import { isHeld } from '../domain/reading-lease';
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

/** Undefined when there is nothing that a browser could do. */
export async function findBrowserDownload(
  profileId: ProfileId,
  ports: Pick<Ports, 'runs' | 'leases' | 'clock'>,
): Promise<BrowserDownload | undefined> {
  const run = await ports.runs.findLatest(profileId, 'download');
  if (!run || isFinished(run)) return undefined;
  const lease = await ports.leases.find(run.id);
  const reader = isHeld(lease, ports.clock.now()) ? { accountId: lease.accountId, until: lease.until } : null;
  const cursor = cursorOf(run);
  const requests = cursor ? requestsLeft(cursor) : null;
  if (reader) return { run, requests, reader };
  return worth(run, requests) ? { run, requests, reader } : undefined;
}

function worth({ status }: JobRun, requests: number | null): boolean {
  return requests !== null && requests > 0 && (status === 'Waiting' || requests >= WORTH_PAGES);
}

function requestsLeft({ groups }: DownloadCursor): number | null {
  let pages = 0;
  for (const { reading } of groups) {
    if (!isForBrowser(reading)) continue;
    const left = pagesLeft(reading);
    if (left === undefined) return null;
    pages += left;
  }
  return pages;
}
