import { findBegun } from '../../domain/site-check/answers';
import type { SiteCheckMessage } from '../../ports/job-queue';
import type { Ports } from '../../ports/ports';
import { tryGroupWriteBackground } from './group-write-background';
import { measureJobMemory } from './job-memory';

/** Works on the queue message of a check; one that is over, or was begun anew, is left alone. */
export async function advanceCheck(
  { siteCheck, at }: SiteCheckMessage,
  ports: Ports,
  load?: (round: number, seats: number) => unknown,
): Promise<void> {
  const begun = findBegun(await ports.siteChecks.find(), siteCheck);
  if (begun?.at !== at) return;
  if (begun.kind === 'group-write') await tryGroupWriteBackground(begun, ports);
  if (begun.kind === 'job-memory') await measureJobMemory(begun, ports, load);
}
