import type { AccountId, RoleKey } from '../domain/identifiers';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { operatorLock, recheck, type RecheckVerdict } from '../domain/safety-gate';
import { readDecisions, type FreshRead } from './fresh-facts';
import type { ReclaimPorts, ReclaimSeat } from './one-reclaim';

type Hold = Extract<RecheckVerdict, { kind: 'hold' }>;

/**
 * What people decided while the last look waited for Jira: read once more right before the first write, so that whatever an
 * administrator was told to be done by then holds for it. Undefined: nothing stands against the removal, or the mail.
 */
export async function decidedMeanwhile(
  input: ReclaimSeat,
  fresh: FreshRead,
  actors: readonly AccountId[],
  ports: Pick<
    ReclaimPorts,
    'profiles' | 'rules' | 'exclusions' | 'accountOwners' | 'candidates' | 'promises' | 'subscriptions'
  >,
): Promise<Hold | undefined> {
  const { candidate, as } = input;
  const profile = await ports.profiles.find(input.profile.id);
  if (!profile) return hold('The profile was deleted meanwhile.');
  const { decisions, rules } = await readDecisions({ ...input, profile }, fresh, ports);
  const { plan } = decisions;
  const verdict = recheck(candidate, profile, actors, { ...fresh.facts, ...decisions });
  if (verdict.kind !== 'proceed' && verdict.kind !== 'ask') return hold(verdict.reason);
  const lock =
    as.kind === 'operator' ? (operatorLock(profile) ?? otherOperator(profile.reclaimOperator, as)) : undefined;
  if (lock !== undefined) return hold(lock);
  const lost = [candidate.roleKey, ...(plan.kind === 'remove' ? plan.alsoLoses : [])];
  if (rulesOf(lost, rules) !== rulesOf(lost, fresh.rules)) return hold(CHANGED_RULE);
  return JSON.stringify(plan) === JSON.stringify(fresh.facts.plan) ? undefined : hold(CHANGED_GROUPS);
}

const CHANGED_RULE = 'The reclamation rule was changed while we looked. Try again to go by the new one.';
const CHANGED_GROUPS = 'The groups of the profile were changed while we looked. Try again.';

function otherOperator(operator: AccountId | null, as: { readonly accountId: AccountId }): string | undefined {
  return operator === as.accountId ? undefined : 'Another reclaim operator was authorized meanwhile.';
}

/** Which revisions of the rules these applications go by. */
function rulesOf(roleKeys: readonly RoleKey[], rules: readonly ReclamationRule[]): string {
  const own = rules.filter(({ roleKey }) => roleKeys.includes(roleKey));
  return JSON.stringify(own.map(({ id, revision }) => [id, revision]));
}

function hold(reason: string): Hold {
  return { kind: 'hold', reason };
}
