import type { AccountId, GroupId } from '../../domain/identifiers';
import type { SiteFacts } from '../../domain/site-check/answers';
import { isFailure, type Failure } from '../../ports/failures';
import type { ActingAs } from '../../ports/group-writer';
import type { Ports } from '../../ports/ports';
import { readTestGroup, type ReadTestGroupNeeds } from './read-test-group';

/** Who is added to the test group, in whose name. */
export interface MembershipTrial {
  readonly groupId: GroupId;
  readonly tester: AccountId;
  readonly as: ActingAs;
}

export interface TriedMembership {
  readonly outcome: 'works' | 'refused' | 'not-harmless';
  readonly facts: SiteFacts;
  /** The tester was added and could not be taken out again. */
  readonly isLeftIn: boolean;
}

/**
 * Adds the tester to the test group and takes them out again. Refusals are the answer; everything else that goes wrong is thrown,
 * and what is begun is tidied up later.
 */
export async function tryMembership(
  trial: MembershipTrial,
  ports: ReadTestGroupNeeds & Pick<Ports, 'groupWriter'>,
): Promise<TriedMembership> {
  const { groupId, tester, as } = trial;
  if (!(await readTestGroup(trial, ports)).isHarmless) return { outcome: 'not-harmless', facts: {}, isLeftIn: false };
  const notAdded = await refusalOf(() => ports.groupWriter.addMember(groupId, tester, as));
  if (notAdded) return { outcome: 'refused', facts: { added: false, ...statusOf(notAdded) }, isLeftIn: false };
  const { memberIds } = await readTestGroup(trial, ports);
  const notRemoved = await refusalOf(() => ports.groupWriter.removeMember(groupId, tester, as));
  const facts = { added: true, wasShown: memberIds.includes(tester), removed: notRemoved === undefined };
  if (!notRemoved) return { outcome: 'works', facts, isLeftIn: false };
  return { outcome: 'refused', facts: { ...facts, ...statusOf(notRemoved) }, isLeftIn: true };
}

/** What Jira refused or rejected; undefined when it did what was asked. */
export async function refusalOf(write: () => Promise<unknown>): Promise<Failure | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (isFailure(error, 'jira-refused', 'jira-rejected')) return error;
    throw error;
  }
}

function statusOf({ details }: Failure): SiteFacts {
  return { status: details.status ?? null };
}
