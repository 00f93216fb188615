import { MINUTE } from '../../domain/instant';
import { withoutBegun, type BegunGroupWrite } from '../../domain/site-check/answers';
import type { ActingAs } from '../../ports/group-writer';
import { isFailure } from '../../ports/failures';
import type { Ports } from '../../ports/ports';
import { readTestGroup, type ReadTestGroupNeeds } from './read-test-group';
import { refusalOf } from './try-membership';

export type TidyNeeds = ReadTestGroupNeeds & Pick<Ports, 'groupWriter' | 'siteChecks' | 'clock'>;

/** What Jira shows of a membership this long after a change is not late any more. */
const SHOWN_AFTER = 10 * MINUTE;

/**
 * Takes the tester out of the test group again. Looks at the group first: one that gives access or has other members is left
 * alone. False: Jira refused and the tester may be in it; the begun check stays, to be tidied up later.
 */
export async function emptyTestGroup(begun: BegunGroupWrite, as: ActingAs, ports: TidyNeeds): Promise<boolean> {
  const isEmpty = (await findGroupState(begun, as, ports)) === 'empty';
  if (isEmpty) await ports.siteChecks.update((site) => withoutBegun(site, begun.check));
  return isEmpty;
}

async function findGroupState(begun: BegunGroupWrite, as: ActingAs, ports: TidyNeeds): Promise<'empty' | 'unclear'> {
  const { groupId, by: tester, at } = begun;
  try {
    const { isHarmless, memberIds } = await readTestGroup({ groupId, tester }, ports);
    const isShownOut = !memberIds.includes(tester) && at < ports.clock.now() - SHOWN_AFTER;
    if (isShownOut) return 'empty';
    if (!isHarmless) return 'unclear';
    return (await refusalOf(() => ports.groupWriter.removeMember(groupId, tester, as))) ? 'unclear' : 'empty';
  } catch (error) {
    if (isFailure(error, 'jira-not-found')) return 'empty'; // somebody deleted the group, and with it the membership
    throw error;
  }
}
