import type { GroupId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import type { CandidateLine, Generation } from '../ports/stores';

/** A list that was brought up to date sooner after a change, or a reading of it, may not know of it yet. */
export const SETTLES_WITHIN = 10 * MINUTE;

/** A seat that was taken back and that nobody was seen to hold again since. */
export type LineGone = CandidateLine & { readonly settledAt: Instant };

export function isGone(line: CandidateLine): line is LineGone {
  const isBack = line.flag === 'restored' || line.flag === 're-added';
  return line.state === 'Closed Complete' && !isBack && line.settledAt !== null;
}

/** Which groups the list shows as they are after a removal: whoever is in one of them there came back. */
export function listedSince(
  { checks, completedAt }: Pick<Generation, 'checks' | 'completedAt'>,
  { settledAt }: LineGone,
): (groupId: GroupId) => boolean {
  const checkedAt = new Map(checks.map((check) => [check.groupId, check.checkedAt]));
  return (groupId) => (checkedAt.get(groupId) ?? completedAt) > settledAt + SETTLES_WITHIN;
}
