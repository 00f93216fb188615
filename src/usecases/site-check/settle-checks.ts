import { HOUR } from '../../domain/instant';
import { STALE_AFTER } from '../../domain/job-run';
import { withBegun, withoutBegun, type BegunCheck, type BegunGroupWrite } from '../../domain/site-check/answers';
import type { ActingAs } from '../../ports/group-writer';
import { isFailure } from '../../ports/failures';
import type { Ports } from '../../ports/ports';
import { emptyTestGroup, type TidyNeeds } from './empty-test-group';
import { recordAnswer, type RecordNeeds } from './record-answer';

type Needs = TidyNeeds & RecordNeeds & Pick<Ports, 'log'>;

/** Ends what nobody is at any more; the hourly tick does. What Jira does not let jobs tidy up waits for somebody at the page. */
export async function settleStaleChecks(ports: Needs): Promise<void> {
  const now = ports.clock.now();
  for (const begun of (await ports.siteChecks.find()).begun) {
    if (begun.at > now - (begun.kind === 'watch' ? HOUR : STALE_AFTER)) continue;
    try {
      await settle(begun, { kind: 'operator', accountId: begun.by }, ports);
    } catch (error) {
      if (!isFailure(error)) throw error;
      ports.log.error('site check not settled', { code: error.code });
    }
  }
}

/** Takes testers out of the test group who are left in it, as the site administrator who is at the page. */
export async function tidyUp(ports: Needs): Promise<void> {
  for (const begun of (await ports.siteChecks.find()).begun) {
    const isLeft = begun.kind === 'group-write' && isAbandoned(begun, ports);
    if (isLeft) await settle(begun, { kind: 'caller' }, ports);
  }
}

/** Nobody may be at it any more: it is answered, or older than any function lives. */
function isAbandoned({ stage, at }: BegunGroupWrite, { clock }: Needs): boolean {
  return stage === 'cleanup' || at <= clock.now() - STALE_AFTER;
}

async function settle(begun: BegunCheck, as: ActingAs, ports: Needs): Promise<void> {
  if (begun.kind === 'watch') {
    await ports.siteChecks.update((site) => withoutBegun(site, begun.check));
    return;
  }
  if (begun.kind === 'job-memory') {
    await recordAnswer('job-memory', { outcome: 'unfinished', facts: { rounds: begun.rounds } }, null, ports);
    return;
  }
  const isEmpty = await emptyTestGroup(begun, as, ports);
  if (begun.stage === 'cleanup') return;
  if (begun.check === 'group-write-background')
    await recordAnswer(begun.check, { outcome: 'unfinished', facts: { isEmpty } }, null, ports);
  if (!isEmpty) await ports.siteChecks.update((site) => withBegun(site, { ...begun, stage: 'cleanup' }));
}
