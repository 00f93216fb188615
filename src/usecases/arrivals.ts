import type { GivenAccess } from '../domain/activity';
import type { FoundActivity } from '../domain/found-activity';
import type { AccountId, GroupId } from '../domain/identifiers';
import { DAY, type Instant } from '../domain/instant';
import { subscriptionsOf, type GrantingRole, type SeatHolder } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { PreviousList } from './previous-list';

/**
 * Why somebody is in a list who was not in the one before. Only who got access is new: whom another selection of groups shows, or
 * whom this app gave their seat back, may have worked all the time, and nobody has asked about it.
 */
export type Arrival = 'got-access' | 'selected' | 'given-back';

export type ArrivalOf = (accountId: AccountId, groupIds: readonly GroupId[]) => Arrival;

/** How long before the list of before a restore may have been that is not in it yet. */
const LATELY = DAY;

export async function readArrivals(
  previous: PreviousList | undefined,
  { promises }: Pick<Ports, 'promises'>,
): Promise<ArrivalOf> {
  if (!previous) return () => 'got-access';
  const { groups, completedAt } = previous.generation;
  const before = new Set(groups.map(({ id }) => id));
  const restored = new Set(
    (await promises.list())
      .filter(({ back }) => back?.how === 'restored' && back.at > completedAt - LATELY)
      .map(({ accountId }) => accountId),
  );
  return (accountId, groupIds) => {
    if (groupIds.every((id) => !before.has(id))) return 'selected';
    return restored.has(accountId) ? 'given-back' : 'got-access';
  };
}

/** What a download tells of its people: to which applications they got access since the one before, and whom nobody asked about. */
export function foundInDownload(
  holders: ReadonlyMap<AccountId, SeatHolder>,
  {
    previous,
    roles,
    now,
  }: { readonly previous: PreviousList | undefined; readonly roles: readonly GrantingRole[]; readonly now: Instant },
  arrivalOf: ArrivalOf,
): FoundActivity[] {
  if (!previous) return [];
  return [...holders.values()].flatMap((holder) => {
    const { accountId } = holder;
    const known = previous.holders.get(accountId);
    if (known && sameGroups(known, holder)) return [];
    const held = new Set(known ? subscriptionsOf(known, roles).map(({ roleKey }) => roleKey) : []);
    const news = subscriptionsOf(holder, roles).filter(({ roleKey }) => !held.has(roleKey));
    const got = news.filter(({ groupIds }) => arrivalOf(accountId, groupIds) === 'got-access');
    const access = got.map(({ roleKey }): GivenAccess => [roleKey, now]);
    const unreadUntil = known || access.length > 0 ? null : now;
    return access.length > 0 || unreadUntil !== null ? [{ accountId, facts: [], access, unreadUntil }] : [];
  });
}

function sameGroups(one: SeatHolder, other: SeatHolder): boolean {
  return one.groupIds.length === other.groupIds.length && other.groupIds.every((id) => one.groupIds.includes(id));
}
