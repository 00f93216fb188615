import type {
  ConnectionValue,
  GroupId,
  Instant,
  JiraGroupView,
  ProfileInput,
  ProfileView,
} from '../../../../../../src/shared/contract';
import { DAY_MS } from '../../../components/day';

/** What an administrator edits of a profile. */
export interface ProfileDraft {
  readonly displayName: string;
  /** Empty for a new profile: the app then makes one from the display name. */
  readonly connectionName: string;
  readonly downloadActivity: boolean;
  readonly analyzeFrom: Instant;
  /** The cost of a date more than 60 days back was seen and agreed to. */
  readonly lookBackConfirmed: boolean;
  readonly reclaim: boolean;
  readonly groupIds: readonly GroupId[];
}

export type ChangeDraft = (change: Partial<ProfileDraft>) => void;

export const USUAL_LOOK_BACK_DAYS = 60;
const FIRST_NAME = 'Jira integration';

/** A new profile as the original proposes it: everything on, 60 days back, the groups that give a seat and no more. */
export function newDraft(groups: readonly JiraGroupView[], now: number, takenNames: readonly string[]): ProfileDraft {
  return {
    displayName: freeName(takenNames),
    connectionName: '',
    downloadActivity: true,
    analyzeFrom: new Date(now - USUAL_LOOK_BACK_DAYS * DAY_MS).toISOString(),
    lookBackConfirmed: false,
    reclaim: true,
    groupIds: groups.filter(({ preselected }) => preselected).map(({ id }) => id),
  };
}

function freeName(taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = FIRST_NAME;
  for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${FIRST_NAME} ${number}`;
  return name;
}

/** The editable part of a saved profile. */
export function draftOf(profile: ProfileView): ProfileDraft {
  const { displayName, connectionName, downloadActivity, analyzeFrom, reclaim, groupIds } = profile;
  return { displayName, connectionName, downloadActivity, analyzeFrom, lookBackConfirmed: false, reclaim, groupIds };
}

/** What to send; `base` is the profile that was edited, if it was saved before. */
export function inputOf({ connectionName, ...draft }: ProfileDraft, base: ProfileView | undefined): ProfileInput {
  const named = base || connectionName.trim() !== '' ? { ...draft, connectionName } : draft;
  return base ? { ...named, profileId: base.id, revision: base.revision } : named;
}

/** The fields of a draft that are saved, in the order of the form. */
export const FIELDS = [
  'displayName',
  'connectionName',
  'groupIds',
  'downloadActivity',
  'analyzeFrom',
  'reclaim',
] as const;
export type Field = (typeof FIELDS)[number];

/** Whether two drafts say the same in one field. The order of groups does not matter. */
export function sameField(field: Field, one: ProfileDraft, other: ProfileDraft): boolean {
  if (field !== 'groupIds') return one[field] === other[field];
  return JSON.stringify([...one.groupIds].sort()) === JSON.stringify([...other.groupIds].sort());
}

/** Whether saving would change anything. */
export function isChanged(draft: ProfileDraft, saved: ProfileDraft): boolean {
  return FIELDS.some((field) => !sameField(field, draft, saved));
}

/** The original's "Connection & Credential" value, decided by the two check boxes. */
export function connectionOf({
  downloadActivity,
  reclaim,
}: Pick<ProfileDraft, 'downloadActivity' | 'reclaim'>): ConnectionValue {
  if (downloadActivity && reclaim) return 'sn_jira_spoke.jira_subscription_activity_reclaim';
  if (downloadActivity) return 'sn_jira_spoke.jira_subscription_activity';
  return reclaim ? 'sn_jira_spoke.jira_subscription_reclaim' : 'sn_jira_spoke.jira_subscription';
}
