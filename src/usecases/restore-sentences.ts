import type { GroupId } from '../domain/identifiers';
import type { ApplicationRole } from '../domain/jira-group';
import { groupsWith, type GroupFate, type RestorePlan } from '../domain/restore-plan';
import type { NotRestorable } from '../domain/retention/restorability';
import type { Failure } from '../ports/failures';

/** Why there is nothing to give back. */
export const NOT_RESTORABLE: Readonly<Record<NotRestorable, string>> = {
  'nothing-removed': 'Nothing was removed with this candidate, so there is nothing to give back.',
  'restored-already': 'The seat was restored already.',
  'evidence-deleted': 'The evidence of this removal was deleted, so it can’t be undone here. Add the person in Jira.',
};

/** What the read-back after a restore showed. */
export const RESTORE_PROOF = {
  proven: 'Seat back: proven by reading the person back from Jira.',
  'not-back': 'Seat back: no. Jira shows no seat of this application; its groups may not give it any more.',
  unknown: 'Seat back: not known yet.',
} as const;

/** Jira took the change and does not show it. */
export function explainUnseen(groupIds: readonly GroupId[]): string {
  return `Jira does not show the person in ${groupIds.join(', ')}, although it said that they were added. Restore again if it stays so.`;
}

const MISSING: readonly (readonly [GroupFate, (groups: string) => string])[] = [
  ['gone', (groups) => `Does not exist any more, so it can’t be given back: ${groups}.`],
  ['administrators', (groups) => `Gives administrators’ rights by now, so it is not given back: ${groups}.`],
  ['outside-selection', (groups) => `Not in the profile’s selection any more, so it is not touched: ${groups}.`],
];
const FATES: typeof MISSING = [
  ['give-back', (groups) => `Given back: ${groups}.`],
  ['member-already', (groups) => `Already a member again: ${groups}. Nothing changes there.`],
  ...MISSING,
];

/** Which groups can't be given back, and why: as ids, which the page turns into names. */
export function explainMissing(plan: RestorePlan): string[] {
  return sayFates(MISSING, plan, (ids) => ids.join(', '));
}

function sayFates(fates: typeof FATES, plan: RestorePlan, named: (ids: readonly GroupId[]) => string): string[] {
  return fates.flatMap(([fate, say]) => {
    const ids = groupsWith(plan, fate);
    return ids.length > 0 ? [say(named(ids))] : [];
  });
}

/** The difference between what was removed and what is there now, in sentences. */
export function describeRestore(plan: RestorePlan, roles: readonly ApplicationRole[]): string[] {
  const names = new Map(roles.flatMap((role) => role.groups).map(({ id, name }) => [id, name]));
  const named = (ids: readonly GroupId[]) => ids.map((id) => names.get(id) ?? id).join(', ');
  const { leftSince, joinedSince } = plan;
  return [
    ...sayFates(FATES, plan, named),
    ...(leftSince.length > 0 ? [`Left since then, and not given back with this: ${named(leftSince)}.`] : []),
    ...(joinedSince.length > 0 ? [`Joined since, and kept: ${named(joinedSince)}.`] : []),
  ];
}

/** What is known of a restore that nobody goes on with, and what to do; `why` says what came to its end. */
export function explainStoppedRestore(
  why: string,
  missing: readonly GroupId[] | undefined,
  removed: readonly GroupId[],
  next = RESTORE_AGAIN,
): string {
  const known = missing
    ? `Not back yet: ${missing.join(', ')}.`
    : `Jira did not tell which groups are back: ${removed.join(', ')}.`;
  return `${why} ${known} ${next}`;
}

const RESTORE_AGAIN = 'Restore again: groups that are back already stay as they are.';

/** Why a group was not given back, and what to do. */
export function explainRefusal(failure: Failure, operatorRefused: boolean): string {
  if (operatorRefused)
    return 'Jira did not let the reclaim operator change the group in the background. A site administrator can restore this seat with one click.';
  if (failure.code === 'jira-refused')
    return 'Jira refused to change the group. It takes a site administrator, and a group that no identity provider manages.';
  if (failure.code === 'jira-rejected')
    return 'Jira refused to add the person: all seats may be taken, or an identity provider manages the group.';
  if (failure.code === 'jira-not-found') return 'The group does not exist any more.';
  return `${failure.message} Restore again.`;
}
