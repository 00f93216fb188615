import type { AccountId } from '../../domain/identifiers';
import { withBegun, type SiteKnowledge } from '../../domain/site-check/answers';
import type { Ports } from '../../ports/ports';
import { beginGroupWrite, type BeginNeeds } from './begin-group-write';
import type { ReadTestGroupNeeds } from './read-test-group';
import { recordAnswer, type RecordNeeds } from './record-answer';
import { tryMembership } from './try-membership';

const CHECK = 'group-write-present';

/** Tries whether a site administrator who is at the page may change groups through the app: adds and removes only themselves. */
export async function tryGroupWritePresent(
  by: AccountId,
  ports: BeginNeeds & ReadTestGroupNeeds & RecordNeeds & Pick<Ports, 'groupWriter'>,
): Promise<SiteKnowledge> {
  const group = await beginGroupWrite(CHECK, by, ports);
  if (group.kind === 'not-site-administrator')
    return recordAnswer(CHECK, { outcome: group.kind, facts: {} }, by, ports);
  if (group.kind === 'refused')
    return recordAnswer(CHECK, { outcome: 'refused', facts: { created: false, status: group.status } }, by, ports);
  const { begun } = group;
  const { isLeftIn, ...finding } = await tryMembership({ ...begun, tester: by, as: { kind: 'caller' } }, ports);
  return recordAnswer(CHECK, finding, by, ports, (site) =>
    isLeftIn ? withBegun(site, { ...begun, stage: 'cleanup' }) : site,
  );
}
