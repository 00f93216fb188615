import type {
  AccountId,
  CandidateState,
  RoleKey,
  SubscriptionChanges,
  SubscriptionRow,
  SubscriptionTable,
} from '../../../../../../src/shared/contract';
import type { PackedSeat } from './unpack-part';

interface MovedCandidate {
  readonly number: string;
  readonly state: CandidateState;
}

/** What was decided since a list was written: it is read anew whenever the list is shown. */
export interface ListChanges {
  readonly people: ReadonlySet<AccountId>;
  readonly apps: ReadonlySet<RoleKey>;
  /** By account, then by app. */
  readonly candidates: ReadonlyMap<AccountId, ReadonlyMap<RoleKey, MovedCandidate>>;
}

type Ask = (from: number) => Promise<SubscriptionChanges>;

/** Asks for everything that moved since the list, until nothing is left. */
export async function gatherChanges(ask: Ask): Promise<ListChanges> {
  const candidates = new Map<AccountId, Map<RoleKey, MovedCandidate>>();
  let answer = await ask(0);
  for (;;) {
    for (const { accountId, roleKey, number, state } of answer.candidates) {
      const own = candidates.get(accountId) ?? new Map<RoleKey, MovedCandidate>();
      candidates.set(accountId, own.set(roleKey, { number, state }));
    }
    if (answer.next === null) break;
    answer = await ask(answer.next);
  }
  const targets = answer.exclusions;
  return {
    people: new Set(targets.flatMap((target) => (target.kind === 'user' ? [target.accountId] : []))),
    apps: new Set(targets.flatMap((target) => (target.kind === 'identifier' ? [target.roleKey] : []))),
    candidates,
  };
}

/** A seat as it is now. A rule about the person comes before one about the app: it says more. */
export function asOfNow(
  seat: PackedSeat,
  roles: SubscriptionTable['roles'],
  { people, apps, candidates }: ListChanges,
): SubscriptionRow {
  const roleKey = roles[seat.role]?.key ?? '';
  const excludedBy = people.has(seat.accountId) ? 'user' : apps.has(roleKey) ? 'identifier' : null;
  const candidate = candidates.get(seat.accountId)?.get(roleKey) ?? seat.candidate;
  return { ...seat, candidate, excludedBy };
}
