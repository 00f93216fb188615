import type { AccountId, GroupId } from './identifiers';
import type { Instant } from './instant';
import type { OperatorCheck } from './integration-profile';
import type { AdministratorGroups } from './jira-group';

/** What the daily check reads about the operator. */
export interface OperatorFacts {
  readonly person: { readonly active: boolean; readonly groupIds: readonly GroupId[] } | undefined;
  readonly administrators: AdministratorGroups;
  /** Every active member of the site administrators' groups. */
  readonly siteAdministratorIds: ReadonlySet<AccountId>;
}

/** Why this person can't act as reclaim operator, with what to do; null when nothing speaks against it. */
export function operatorProblem({ person, administrators }: OperatorFacts): string | null {
  if (!person)
    return 'Jira no longer knows the operator’s account. Another site administrator has to authorize themselves.';
  if (!person.active)
    return 'The operator’s account is deactivated. Another site administrator has to authorize themselves.';
  if (!isSiteAdministrator(person.groupIds, administrators)) {
    return 'The operator does not administer the site any more. A site administrator has to authorize themselves.';
  }
  return null;
}

/** What does not stop the operator but should be mended; null when there is nothing. */
export function operatorWarning({ siteAdministratorIds }: OperatorFacts): string | null {
  if (siteAdministratorIds.size > 1) return null;
  return 'The operator is the only site administrator. Make somebody else a site administrator too, so that a mistake can be mended.';
}

export function isSiteAdministrator(groupIds: readonly GroupId[], administrators: AdministratorGroups): boolean {
  return groupIds.some((groupId) => administrators.siteAdmin.has(groupId));
}

export function checkOperator(facts: OperatorFacts, at: Instant): OperatorCheck {
  return { at, problem: operatorProblem(facts), warning: operatorWarning(facts) };
}
