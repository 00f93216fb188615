import type { AccountId } from '../../domain/identifiers';
import { findBegun, withBegun, withoutBegun, type SiteKnowledge } from '../../domain/site-check/answers';
import type { CheckBy } from '../../domain/site-check/checks';
import { findArrival } from '../../domain/site-check/findings';
import { newWatch, watchesAnsweredBy, type ArrivedEvent } from '../../domain/site-check/watches';
import type { Ports } from '../../ports/ports';
import { recordAnswer, type RecordNeeds } from './record-answer';

/** Waits for the event of what the person at the page is about to do in Jira. */
export function startWatch(
  check: CheckBy<'watch'>,
  by: AccountId,
  { siteChecks, clock }: Pick<Ports, 'siteChecks' | 'clock'>,
): Promise<SiteKnowledge> {
  const watch = newWatch(check, by, clock.now());
  return siteChecks.update((site) => withBegun(site, watch));
}

/** An event of somebody who is waited for: answers their watches, and counts how often it comes. */
export async function answerWatches(event: ArrivedEvent, ports: RecordNeeds): Promise<void> {
  for (const watch of watchesAnsweredBy(await ports.siteChecks.find(), event)) {
    const copies = (watch.heard?.copies ?? 0) + 1;
    const found = findArrival(event.at, ports.clock.now(), copies);
    const listenOn = (site: SiteKnowledge) => withBegun(site, { ...watch, heard: { at: event.at, copies } });
    await recordAnswer(watch.check, found, watch.by, ports, listenOn);
  }
}

/**
 * Ends a watch, or stops the measuring of memory. `didIt`: the person says they did in Jira what was asked, and nothing came;
 * only after the longest time an event may take does that tell that none comes.
 */
export async function stopCheck(
  { check, didIt }: { check: CheckBy<'watch'> | 'job-memory'; didIt: boolean },
  by: AccountId,
  ports: RecordNeeds,
): Promise<SiteKnowledge> {
  const begun = findBegun(await ports.siteChecks.find(), check);
  const isOver = begun?.kind === 'watch' && ports.clock.now() >= begun.until;
  if (didIt && isOver) return recordAnswer(begun.check, { outcome: 'missing', facts: {} }, by, ports);
  return ports.siteChecks.update((site) => withoutBegun(site, check));
}
