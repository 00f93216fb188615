import type { RemovalPlan } from '../domain/effective-seat';
import type { GroupId, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { ReclamationRule } from '../domain/reclamation-rule';
import type { RemovalCandidate } from '../domain/removal-candidate';
import { tellHold, tellHoldOfLost } from '../domain/promises/promise-sentences';
import { heldAgainst, heldBy } from '../domain/promises/seat-promise';
import { candidateLock, freezeLock, lostSeatLock, protectionLock } from '../domain/rule-lock';
import type { FreshFacts } from '../domain/safety-gate';
import type { GrantingRole } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import { findLine } from './candidate-table';
import { readChangedRule } from './changed-rule';

/** One person at the moment of a removal, and the rules as they are by then. */
export interface RuledSeat {
  readonly candidate: RemovalCandidate;
  /** Every group the person is in. */
  readonly groupIds: readonly GroupId[];
  readonly plan: RemovalPlan;
  readonly rules: readonly ReclamationRule[];
  readonly roles: readonly GrantingRole[];
  readonly now: Instant;
}

type Needs = Pick<Ports, 'candidates' | 'promises' | 'subscriptions'>;

/** What the reclamation rules, and what was promised, have against a removal: about the seat itself, and about those that would be lost with it. */
export async function readRuleLocks(seat: RuledSeat, ports: Needs): Promise<Pick<FreshFacts, 'ruleLock' | 'lostLock'>> {
  const { candidate, groupIds, plan, rules, now } = seat;
  const granting = plan.kind === 'remove' ? plan.groupIds : groupIds;
  const alsoLost = plan.kind === 'remove' ? plan.alsoLoses : [];
  const ruleLock =
    freezeLock(rules, [candidate.roleKey, ...alsoLost], now) ??
    candidateLock(candidate, rules) ??
    protectionLock({ ...candidate, groupIds }, rules) ??
    (await readPromiseLock(candidate, now, ports)) ??
    (await readChangedRule(candidate, { rules, granting, now }, ports));
  return { ruleLock, lostLock: await readLostLock(alsoLost, seat, ports) };
}

/** What was promised about the seat, by whatever profile, and holds now. */
async function readPromiseLock(
  candidate: RemovalCandidate,
  now: Instant,
  { promises }: Pick<Ports, 'promises'>,
): Promise<string | undefined> {
  const hold = heldAgainst(candidate, await promises.find(candidate), now);
  return hold && tellHold(hold);
}

/** Why seats that would be lost too have to stay, from what was promised, their rules and candidates; read only where there are any. */
async function readLostLock(
  alsoLost: readonly RoleKey[],
  { candidate, rules, roles, now }: RuledSeat,
  { candidates, promises }: Needs,
): Promise<string | undefined> {
  const { accountId } = candidate;
  const locks = alsoLost.map(async (roleKey) => {
    const [line, promise] = await Promise.all([
      findLine({ ...candidate, roleKey }, candidates),
      promises.find({ accountId, roleKey }),
    ]);
    const hold = heldBy(promise, now);
    const seat = roles.find(({ key }) => key === roleKey)?.name ?? roleKey;
    const rule = rules.find((each) => each.roleKey === roleKey);
    return hold ? tellHoldOfLost(hold, seat) : lostSeatLock(seat, rule, line, now);
  });
  return (await Promise.all(locks)).find((lock) => lock !== undefined);
}
