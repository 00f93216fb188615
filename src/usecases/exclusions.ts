import { exclusionId, MOST_EXCLUSIONS, type ExclusionRule, type ExclusionTarget } from '../domain/exclusion-rule';
import type { EvidenceFacts } from '../domain/evidence';
import type { AccountId } from '../domain/identifiers';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'exclusions' | 'directory' | 'clock' | 'evidence'>;

export interface SaveExclusion {
  readonly target: ExclusionTarget;
  readonly active: boolean;
  /** Undefined makes a new rule. */
  readonly revision: number | undefined;
  readonly caller: AccountId;
}

const CHANGED = 'Somebody else changed this exclusion rule while you did. Reload the page and make your change again.';

/** Makes an exclusion rule, or switches one on or off. What a rule is about never changes: that would be another rule. */
export async function saveExclusion(input: SaveExclusion, ports: Needs): Promise<Outcome<ExclusionRule>> {
  const { target, active, caller, revision } = input;
  const id = exclusionId(target);
  const rules = await ports.exclusions.list();
  const previous = rules.find((rule) => rule.id === id);
  if (revision === undefined) {
    const problem = previous ? 'There is a rule for this already.' : await problemOf(target, ports);
    if (problem) return refuse('bad-input', problem, [{ field: 'target', problem }]);
    if (rules.length >= MOST_EXCLUSIONS)
      return refuse('refused', `There are ${rules.length} exclusion rules already. Delete some before you add more.`);
  } else if (previous?.revision !== revision) return refuse('conflict', CHANGED);
  const now = ports.clock.now();
  const { createdAt, createdBy } = previous ?? { createdAt: now, createdBy: caller };
  const rule = { id, revision: revision ?? 0, target, active, createdAt, createdBy, changedAt: now, changedBy: caller };
  return unlessChanged(async () => {
    const saved = await ports.exclusions.save(rule);
    const text = `Exclusion rule ${previous ? 'changed' : 'created'}; it is ${active ? 'active' : 'not active'}.`;
    await ports.evidence.append(factsOf('exclusion-saved', saved, text, caller, now));
    return saved;
  });
}

/** Deletes an exclusion rule; what it kept out is counted and judged again from the next evaluation on. */
export async function deleteExclusion(
  input: { ruleId: string; revision: number; caller: AccountId },
  ports: Needs,
): Promise<Outcome<{ deleted: true }>> {
  const rule = (await ports.exclusions.list()).find(({ id }) => id === input.ruleId);
  if (!rule) return refuse('not-found', 'This exclusion rule does not exist any more.');
  return unlessChanged(async () => {
    await ports.exclusions.delete({ id: rule.id, revision: input.revision });
    const text = 'Exclusion rule deleted.';
    await ports.evidence.append(factsOf('exclusion-deleted', rule, text, input.caller, ports.clock.now()));
    return { deleted: true as const };
  });
}

/** Whether what a new rule is about exists. */
async function problemOf(target: ExclusionTarget, { directory }: Needs): Promise<string | undefined> {
  if (target.kind === 'user')
    return (await directory.findPerson(target.accountId)) ? undefined : 'Jira does not know this person.';
  const roles = await directory.listRoles();
  return roles.some(({ key }) => key === target.roleKey) ? undefined : 'The site has no such application.';
}

async function unlessChanged<Value>(write: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return done(await write());
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', CHANGED);
  }
}

function factsOf(
  kind: 'exclusion-saved' | 'exclusion-deleted',
  rule: ExclusionRule,
  text: string,
  by: AccountId,
  at: number,
): EvidenceFacts {
  const { target, active, revision } = rule;
  const subject = target.kind === 'user' ? target.accountId : null;
  return { kind, at, by, subject, candidate: null, text, details: { target, active, revision } };
}
