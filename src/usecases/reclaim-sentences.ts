import type { RemovalPlan } from '../domain/effective-seat';
import type { GroupId } from '../domain/identifiers';
import type { ApplicationRole } from '../domain/jira-group';
import { isAboutActivity, type Justification } from '../domain/removal-candidate';
import type { Failure } from '../ports/failures';

/** What was checked, and what else the person loses. */
export function describePlan(
  plan: Extract<RemovalPlan, { kind: 'remove' }>,
  roles: readonly ApplicationRole[],
  justification: Justification,
): string[] {
  const lost = plan.alsoLoses.map((key) => roles.find((role) => role.key === key)?.name ?? key);
  return [
    isAboutActivity(justification)
      ? 'Checked just now: the account is active, not an administrator, and no activity was found.'
      : `Checked just now: the account is active and not an administrator. Activity was not asked about, because the seat was proposed for another reason: ${justification}.`,
    ...(lost.length > 0 ? [`These groups also give access to ${lost.join(' and ')}, which is lost too.`] : []),
  ];
}

/** What the read-back after a removal showed. */
export const PROOF = {
  proven: 'Seat freed: proven by reading the person back from Jira.',
  'not-freed': 'Seat freed: no. Jira still counts this seat.',
  unknown: 'Seat freed: not known yet. Jira still shows the old state.',
} as const;

/** A removal that Jira took and that it does not show. */
export function explainStillThere(groupIds: readonly GroupId[]): string {
  return `Seat freed: no. Jira shows the person in ${groupIds.join(', ')}: it did not make the removal, or somebody undid it. The next evaluation may propose the seat anew.`;
}

/** Groups that could not be given back. */
export function halfway(stuck: readonly GroupId[]): string {
  return stuck.length > 0 ? ` Putting back ${stuck.join(', ')} failed too: add the person to it by hand.` : '';
}

/** What is known of a removal that nobody goes on with, and what to do; `why` says what came to its end. */
export function explainStopped(
  why: string,
  found: { readonly taken: readonly GroupId[]; readonly stuck: readonly GroupId[] } | undefined,
  removing: readonly GroupId[],
): string {
  if (!found) {
    return `${why} Jira did not tell which groups were taken already: ${removing.join(', ')}. Choose Resume reclaim: it checks the person again, then finishes the removal or gives the groups back.`;
  }
  const { taken, stuck } = found;
  const back = taken.length === 0 ? 'No group had been taken.' : 'What had been taken was given back.';
  if (stuck.length > 0) return `${why}${halfway(stuck)} Or choose Resume reclaim.`;
  return `${why} ${back} Choose Resume reclaim to try again.`;
}

/** Why a removal was not made, and what to do. */
export function explainFailure(failure: Failure, operatorRefused: boolean, stuck: readonly GroupId[]): string {
  const rest = halfway(stuck);
  if (operatorRefused) {
    return `Jira did not let the reclaim operator change the group in the background. A site administrator can reclaim this seat with one click, unless an identity provider manages the group.${rest}`;
  }
  if (failure.code === 'jira-refused') {
    return `Jira refused to change the group. It takes a site administrator, and a group that no identity provider manages.${rest}`;
  }
  if (failure.code === 'jira-rejected') {
    return `Jira refused to change the group; it is probably managed by your identity provider. Remove the person there.${rest}`;
  }
  return `${failure.message} The removal was not made; try again.${rest}`;
}

export function groupCount(groupIds: readonly GroupId[]): string {
  return `${groupIds.length} ${groupIds.length === 1 ? 'group' : 'groups'}`;
}
