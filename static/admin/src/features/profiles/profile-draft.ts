import type { GroupId, Instant, JiraGroupView, ProfileInput, ProfileView } from '../../../../../src/shared/contract';

/** What an administrator edits of a profile. */
export interface ProfileDraft {
  readonly displayName: string;
  readonly downloadActivity: boolean;
  readonly analyzeFrom: Instant;
  readonly reclaim: boolean;
  readonly groupIds: readonly GroupId[];
}

export type ChangeDraft = (change: Partial<ProfileDraft>) => void;

const LOOK_BACK_DAYS = 60;
const DAY_MS = 86_400_000;

/** A new profile as the original proposes it: everything on, 60 days back, the groups that give a seat and no more. */
export function newDraft(groups: readonly JiraGroupView[], now: number): ProfileDraft {
  return {
    displayName: 'Jira integration',
    downloadActivity: true,
    analyzeFrom: new Date(now - LOOK_BACK_DAYS * DAY_MS).toISOString(),
    reclaim: true,
    groupIds: groups.filter(({ preselected }) => preselected).map(({ id }) => id),
  };
}

/** The editable part of a saved profile. */
export function draftOf(profile: ProfileView): ProfileDraft {
  const { displayName, downloadActivity, analyzeFrom, reclaim, groupIds } = profile;
  return { displayName, downloadActivity, analyzeFrom, reclaim, groupIds };
}

/** What to send; `profile` is the one that was edited, if it was saved before. */
export function inputOf(draft: ProfileDraft, profile: ProfileView | undefined): ProfileInput {
  return profile ? { ...draft, profileId: profile.id, revision: profile.revision } : draft;
}

/** Whether saving would change anything. */
export function isChanged(draft: ProfileDraft, profile: ProfileView): boolean {
  const saved = draftOf(profile);
  const comparable = (of: ProfileDraft) => JSON.stringify({ ...of, groupIds: [...of.groupIds].sort() });
  return comparable(draft) !== comparable(saved);
}
