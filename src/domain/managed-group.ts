import type { AccountId, CandidateNumber, GroupId } from './identifiers';
import type { Instant } from './instant';

/** A group whose members somebody else decides about: an identity provider, a default group, another tool. */
export interface ManagedGroup {
  readonly groupId: GroupId;
  /** `refused`: Jira did not let it be changed. `returns`: people who were removed keep coming back. */
  readonly because: 'refused' | 'returns';
  /** Null: from before that was remembered. */
  readonly since: Instant | null;
}

/** Somebody who was removed was found in the group again. */
export interface GroupReturn {
  readonly accountId: AccountId;
  readonly candidate: CandidateNumber;
  readonly at: Instant;
}

/** So many different people, or the same person so often, are no accident. */
const PEOPLE = 3;
const TIMES = 2;

/** Whether the returns to a group say that something puts people back into it. */
export function isPutBack(returns: readonly GroupReturn[]): boolean {
  const times = new Map<AccountId, number>();
  for (const { accountId } of returns) times.set(accountId, (times.get(accountId) ?? 0) + 1);
  return times.size >= PEOPLE || [...times.values()].some((count) => count >= TIMES);
}

/** Adds a return; one of the same candidate is counted once. */
export function withReturn(returns: readonly GroupReturn[], more: GroupReturn): readonly GroupReturn[] {
  return returns.some(({ candidate }) => candidate === more.candidate) ? returns : [...returns, more];
}

export function explainManaged({ because }: Pick<ManagedGroup, 'because'>): string {
  return because === 'refused'
    ? 'Jira refused to change it before; an identity provider probably manages it.'
    : 'People who were removed from it keep coming back: an identity provider, a default group or another tool puts them there again.';
}
