import type { AccountId } from '../identifiers';
import type { Instant } from '../instant';

/** Whose account it is, as an administrator confirmed it. */
export type OwnerKind = 'person' | 'program';

/** What an administrator said once about an account; it outweighs whatever its name suggests. */
export interface AccountOwner {
  readonly accountId: AccountId;
  readonly kind: OwnerKind;
  readonly at: Instant;
  readonly by: AccountId;
}

/** More no longer fit into one stored record. */
export const MOST_OWNERS = 1000;

/** The list with this one in it, in place of what was said before. */
export function withOwner(owners: readonly AccountOwner[], owner: AccountOwner): AccountOwner[] {
  return [...owners.filter(({ accountId }) => accountId !== owner.accountId), owner];
}

/** What is known of who uses an account: only a name suggests `suspected`, everything else is confirmed or a fact. */
export type ProgramDoubt = 'none' | 'suspected' | 'confirmed-person' | 'confirmed-program';

export function programDoubt(soundsLikeProgram: boolean, confirmed: OwnerKind | null): ProgramDoubt {
  if (confirmed !== null) return `confirmed-${confirmed}`;
  return soundsLikeProgram ? 'suspected' : 'none';
}
