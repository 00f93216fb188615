import type { AccountId, GroupId, ProfileId } from './identifiers';
import type { GroupsOfRoles } from './group-drift';
import type { MarkedGroup } from './jira-group';
import { DAY, HOUR, type Instant } from './instant';

export type ProfileStatus = 'Draft' | 'Published';

/** What an administrator decides on the form. "Download subscriptions" is not here: it can't be cleared. */
export interface ProfileSettings {
  readonly displayName: string;
  /** Names the profile's own connection; unique like the display name. */
  readonly connectionName: string;
  readonly downloadActivity: boolean;
  readonly analyzeFrom: Instant;
  readonly reclaim: boolean;
  readonly groupIds: readonly GroupId[];
}

/** The result of Validate Connection. */
export interface Validation {
  readonly at: Instant;
  /** What was validated; a different fingerprint now means the validation is stale. */
  readonly fingerprint: string;
  readonly probes: readonly Probe[];
  /** Which groups gave which application then; null: validated before that was remembered. */
  readonly groupsOfRoles: GroupsOfRoles | null;
  /** What the validating administrator saw and the app can't: undefined when nothing, or not compared. */
  readonly unseen?: { readonly projects: readonly string[]; readonly workItems: number } | undefined;
  /** Of the projects that the validating administrator may browse; undefined: not compared, or before that was counted. */
  readonly projects?: { readonly seen: number; readonly all: number } | undefined;
}

export interface Probe {
  readonly name: string;
  readonly operation: string;
  readonly process: 'Download subscriptions' | 'Calculate activity';
  readonly ok: boolean;
  /** Part of the activity can't be seen; that does not stand against publishing. */
  readonly limited: boolean;
  readonly text: string;
}

/** Result of the daily check of the reclaim operator. */
export interface OperatorCheck {
  readonly at: Instant;
  /** Why the operator may not act, and what to do; null when all is well. */
  readonly problem: string | null;
  /** What does not stop the operator but should be mended. */
  readonly warning: string | null;
}

export interface IntegrationProfile extends ProfileSettings {
  readonly id: ProfileId;
  /** Grows with every change; a change must name the revision it was made from. */
  readonly revision: number;
  readonly status: ProfileStatus;
  /** The site administrator who agreed to act in the background when seats are reclaimed. */
  readonly reclaimOperator: AccountId | null;
  readonly operatorAuthorizedAt: Instant | null;
  readonly operatorCheck: OperatorCheck | null;
  readonly validation: Validation | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly publishedAt: Instant | null;
  /** Set while a job deletes the profile's data; such a profile is listed nowhere. */
  readonly deletingSince: Instant | null;
}

export const MAX_NAME_LENGTH = 100;
/** The original analyzes at most 60 days back; going further costs more and has to be confirmed (S36). */
export const USUAL_LOOK_BACK_DAYS = 60;
/** How far back anybody can go. */
export const MAX_LOOK_BACK_DAYS = 365;
/** A form that stood open for a while is not refused for it. */
const FORM_TOLERANCE = HOUR;

/** The original's "Connection & Credential" value, decided by the two check boxes (S46–S49). */
export function connectionValue({ downloadActivity, reclaim }: Pick<ProfileSettings, 'downloadActivity' | 'reclaim'>) {
  if (downloadActivity && reclaim) return 'sn_jira_spoke.jira_subscription_activity_reclaim';
  if (downloadActivity) return 'sn_jira_spoke.jira_subscription_activity';
  if (reclaim) return 'sn_jira_spoke.jira_subscription_reclaim';
  return 'sn_jira_spoke.jira_subscription';
}

/** What a validation is about: groups and switches. Name and date may change without a new validation. */
export function validationFingerprint(profile: ProfileSettings): string {
  return JSON.stringify([connectionValue(profile), [...profile.groupIds].sort()]);
}

export function isValidationFresh(profile: IntegrationProfile): boolean {
  return profile.validation?.fingerprint === validationFingerprint(profile);
}

/** Publish needs a draft whose validation is fresh and passed everything (S65). */
export function canPublish(profile: IntegrationProfile): boolean {
  return profile.status === 'Draft' && isValidationFresh(profile) && isValidationPassed(profile);
}

export function isValidationPassed(profile: IntegrationProfile): boolean {
  return profile.validation !== null && profile.validation.probes.every((probe) => probe.ok);
}

export interface FieldProblem {
  readonly field: keyof ProfileSettings;
  readonly problem: string;
}

/** What a save is checked against. */
export interface SaveContext {
  /** The profile that is being changed. */
  readonly previous?: IntegrationProfile | undefined;
  readonly others: readonly IntegrationProfile[];
  readonly now: Instant;
  readonly lookBackConfirmed: boolean;
  /** Groups that exist on the site. */
  readonly groups: readonly MarkedGroup[];
}

/** Everything that is wrong with the settings, or an empty list. */
export function checkSettings(settings: ProfileSettings, context: SaveContext): FieldProblem[] {
  return [
    ...checkName('displayName', settings.displayName, context.others),
    ...checkName('connectionName', settings.connectionName, context.others),
    ...checkAnalyzeFrom(settings.analyzeFrom, context),
    ...checkGroups(settings, context),
  ];
}

function checkName(
  field: 'displayName' | 'connectionName',
  name: string,
  others: readonly IntegrationProfile[],
): FieldProblem[] {
  const what = field === 'displayName' ? 'profile' : 'connection';
  if (name.trim() === '') return [{ field, problem: `Give the ${what} a name.` }];
  if (name.trim().length > MAX_NAME_LENGTH) return [{ field, problem: `Use at most ${MAX_NAME_LENGTH} characters.` }];
  const taken = others.some((other) => other[field].toLowerCase() === name.trim().toLowerCase());
  return taken ? [{ field, problem: `Another ${what} has this name. Choose a different one.` }] : [];
}

function checkAnalyzeFrom(wanted: Instant, { previous, now, lookBackConfirmed }: SaveContext): FieldProblem[] {
  const field = 'analyzeFrom';
  if (wanted === previous?.analyzeFrom) return [];
  if (wanted > now) return [{ field, problem: 'Choose a date in the past.' }];
  if (wanted < now - MAX_LOOK_BACK_DAYS * DAY - FORM_TOLERANCE) {
    return [{ field, problem: `Choose a date at most ${MAX_LOOK_BACK_DAYS} days back.` }];
  }
  if (wanted < now - USUAL_LOOK_BACK_DAYS * DAY - FORM_TOLERANCE && !lookBackConfirmed) {
    return [
      {
        field,
        problem: `More than ${USUAL_LOOK_BACK_DAYS} days back costs more. Look at the estimate and confirm it.`,
      },
    ];
  }
  return [];
}

/** Groups that were selected before and are gone since stay a matter of the validation: nothing else may be lost over it. */
function checkGroups({ groupIds, reclaim }: ProfileSettings, { groups, previous }: SaveContext): FieldProblem[] {
  const field = 'groupIds';
  if (groupIds.length === 0) return [{ field, problem: 'Select at least one group that gives a seat.' }];
  const known = new Map(groups.map((group) => [group.id, group]));
  const unknown = groupIds.filter((id) => !known.has(id) && !previous?.groupIds.includes(id));
  if (unknown.length > 0) return [{ field, problem: `The site has no group with the id ${unknown.join(', ')}.` }];
  const administrators = groupIds.flatMap((id) => known.get(id) ?? []).filter(({ access }) => access.endsWith('admin'));
  if (!reclaim || administrators.length === 0) return [];
  const names = administrators.map(({ name }) => name).join(', ');
  return [{ field, problem: `Administrators’ groups can’t be selected while Reclaim is on: ${names}.` }];
}

/** Applies an edit. Clearing Download activity on a published profile takes it back to Draft (S67). */
export function editProfile(profile: IntegrationProfile, settings: ProfileSettings, now: Instant): IntegrationProfile {
  const unpublished = profile.status === 'Published' && profile.downloadActivity && !settings.downloadActivity;
  return {
    ...profile,
    ...settings,
    displayName: settings.displayName.trim(),
    connectionName: settings.connectionName.trim(),
    status: unpublished ? 'Draft' : profile.status,
    validation: unpublished ? null : profile.validation,
    updatedAt: now,
  };
}
