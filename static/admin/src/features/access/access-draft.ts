import type { AppRolesInput, AppRolesView, GroupId } from '../../../../../src/shared/contract';

/** The roles that can be given, from most to least; each includes the ones below it. */
export const GIVEN_ROLES = [
  {
    field: 'integratorGroupIds',
    name: 'Integrator',
    may: 'Changes integration profiles, validates, publishes and deletes them, runs jobs, and everything a Reclaimer does.',
  },
  {
    field: 'reclaimerGroupIds',
    name: 'Reclaimer',
    may: 'Takes seats back that are ready, checks the reclaim readiness, and everything a Viewer does.',
  },
  { field: 'viewerGroupIds', name: 'Viewer', may: 'Looks at everything in this app and changes nothing.' },
] as const;

export type AccessDraft = Omit<AppRolesInput, 'revision'>;

/** The editable part of the roles. */
export function draftOf({ integratorGroupIds, reclaimerGroupIds, viewerGroupIds }: AppRolesView): AccessDraft {
  return { integratorGroupIds, reclaimerGroupIds, viewerGroupIds };
}

/** Whether saving would change anything. The order of groups does not matter. */
export function isChanged(draft: AccessDraft, saved: AppRolesView): boolean {
  return GIVEN_ROLES.some(({ field }) => !sameGroups(draft[field], saved[field]));
}

/** Groups that are named for several roles: the highest one counts, the others do nothing. */
export function repeated(draft: AccessDraft): readonly { readonly groupId: GroupId; readonly counts: string }[] {
  const highest = new Map<GroupId, string>();
  const twice = new Map<GroupId, string>();
  for (const { field, name } of GIVEN_ROLES) {
    for (const groupId of draft[field]) {
      const first = highest.get(groupId);
      if (first === undefined) highest.set(groupId, name);
      else twice.set(groupId, first);
    }
  }
  return [...twice].map(([groupId, counts]) => ({ groupId, counts }));
}

/**
 * Carries changes over to roles that somebody else saved meanwhile: what was added or taken out here is added to or taken out
 * of theirs, so nobody's change is lost.
 */
export function onTopOf(latest: AppRolesView, base: AppRolesView, draft: AccessDraft): AccessDraft {
  const merged = GIVEN_ROLES.map(({ field }) => {
    const added = draft[field].filter((id) => !base[field].includes(id));
    const kept = latest[field].filter((id) => draft[field].includes(id) || !base[field].includes(id));
    return [field, [...new Set([...kept, ...added])]] as const;
  });
  return Object.fromEntries(merged) as unknown as AccessDraft;
}

function sameGroups(one: readonly GroupId[], other: readonly GroupId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
