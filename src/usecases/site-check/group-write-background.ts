import type { AccountId } from '../../domain/identifiers';
import { withBegun, type BegunGroupWrite, type SiteKnowledge } from '../../domain/site-check/answers';
import type { Ports } from '../../ports/ports';
import { beginGroupWrite, type BeginNeeds } from './begin-group-write';
import type { ReadTestGroupNeeds } from './read-test-group';
import { recordAnswer, type RecordNeeds } from './record-answer';
import { tryMembership } from './try-membership';

const CHECK = 'group-write-background';

/** Finds or makes the test group as the person at the page; a job tries the rest in their name while they need not be there. */
export async function startGroupWriteBackground(
  by: AccountId,
  ports: BeginNeeds & RecordNeeds & Pick<Ports, 'queue'>,
): Promise<SiteKnowledge> {
  const group = await beginGroupWrite(CHECK, by, ports);
  if (group.kind === 'not-site-administrator')
    return recordAnswer(CHECK, { outcome: group.kind, facts: {} }, by, ports);
  if (group.kind === 'refused') {
    // Whoever is there may not make a group: that tells nothing about jobs.
    const facts = { created: false, status: group.status };
    return recordAnswer(CHECK, { outcome: 'unfinished', facts }, by, ports);
  }
  await ports.queue.pushSiteCheck({ siteCheck: CHECK, at: group.begun.at });
  return ports.siteChecks.find();
}

/** The part of the job. Repeating it changes nothing: who is in the group already counts as added. */
export async function tryGroupWriteBackground(
  begun: BegunGroupWrite,
  ports: ReadTestGroupNeeds & RecordNeeds & Pick<Ports, 'groupWriter'>,
): Promise<void> {
  const { by, stage } = begun;
  if (stage === 'cleanup') return;
  const as = { kind: 'operator', accountId: by } as const;
  const { isLeftIn, ...finding } = await tryMembership({ ...begun, tester: by, as }, ports);
  await recordAnswer(CHECK, finding, by, ports, (site) =>
    isLeftIn ? withBegun(site, { ...begun, stage: 'cleanup' }) : site,
  );
}
