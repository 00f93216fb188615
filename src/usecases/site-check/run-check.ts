import type { AccountId } from '../../domain/identifiers';
import { findBegun, type SiteKnowledge } from '../../domain/site-check/answers';
import { SITE_CHECKS, type CheckBy, type SiteCheck } from '../../domain/site-check/checks';
import type { Ports } from '../../ports/ports';
import { startGroupWriteBackground } from './group-write-background';
import { tryGroupWritePresent } from './group-write-present';
import { startJobMemory } from './job-memory';
import { tryOnServer } from './server-checks';
import { startWatch } from './watch-arrivals';

/** Tries one check, or begins it; one that is under way is not begun again. */
export async function runCheck(
  check: Exclude<SiteCheck, CheckBy<'browser' | 'person'>>,
  by: AccountId,
  ports: Ports,
): Promise<SiteKnowledge> {
  const site = await ports.siteChecks.find();
  if (findBegun(site, check)) return site;
  if (check === 'group-write-present') return tryGroupWritePresent(by, ports);
  if (check === 'group-write-background') return startGroupWriteBackground(by, ports);
  if (check === 'job-memory') return startJobMemory(by, ports);
  return isWatch(check) ? startWatch(check, by, ports) : tryOnServer(check, by, ports);
}

function isWatch(check: SiteCheck): check is CheckBy<'watch'> {
  return SITE_CHECKS[check].by === 'watch';
}
