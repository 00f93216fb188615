import type { AccountId, GroupId, ProfileId } from './identifiers';
import { DAY, type Instant } from './instant';

export type ProfileStatus = 'Draft' | 'Published';

/** What an administrator decides on the form. "Download subscriptions" is not here: it can't be cleared. */
export interface ProfileSettings {
  readonly displayName: string;
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
}

export interface Probe {
  readonly name: string;
  readonly operation: string;
  readonly process: 'Download subscriptions' | 'Calculate activity';
  readonly ok: boolean;
  readonly text: string;
}

export interface IntegrationProfile extends ProfileSettings {
  readonly id: ProfileId;
  /** Grows with every change; a change must name the revision it was made from. */
  readonly revision: number;
  readonly status: ProfileStatus;
  /** Acts in the background when seats are reclaimed: whoever published with Reclaim switched on. */
  readonly reclaimOperator: AccountId | null;
  readonly validation: Validation | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly publishedAt: Instant | null;
}

export const MAX_NAME_LENGTH = 100;
/** The original analyzes at most 60 days back; one more day keeps a form that stood open for hours valid. */
export const MAX_LOOK_BACK_DAYS = 61;

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

/** Everything that is wrong with the settings, or an empty list. `previous` is the profile that is being changed. */
export function checkSettings(
  settings: ProfileSettings,
  context: { previous?: IntegrationProfile | undefined; others: readonly IntegrationProfile[]; now: Instant },
): FieldProblem[] {
  return [
    ...checkName(settings.displayName, context.others),
    ...checkAnalyzeFrom(settings.analyzeFrom, context.previous?.analyzeFrom, context.now),
    ...(settings.groupIds.length === 0
      ? [{ field: 'groupIds' as const, problem: 'Select at least one group that gives a seat.' }]
      : []),
  ];
}

function checkName(name: string, others: readonly IntegrationProfile[]): FieldProblem[] {
  const field = 'displayName';
  if (name.trim() === '') return [{ field, problem: 'Give the profile a name.' }];
  if (name.length > MAX_NAME_LENGTH) return [{ field, problem: `Use at most ${MAX_NAME_LENGTH} characters.` }];
  const taken = others.some((other) => other.displayName.toLowerCase() === name.trim().toLowerCase());
  return taken ? [{ field, problem: 'Another profile has this name. Choose a different one.' }] : [];
}

function checkAnalyzeFrom(wanted: Instant, previous: Instant | undefined, now: Instant): FieldProblem[] {
  const field = 'analyzeFrom';
  if (wanted === previous) return [];
  if (wanted > now) return [{ field, problem: 'Choose a date in the past.' }];
  if (wanted < now - MAX_LOOK_BACK_DAYS * DAY) return [{ field, problem: 'Choose a date at most 60 days back.' }];
  return [];
}

/** Applies an edit. Clearing Download activity on a published profile takes it back to Draft (S67). */
export function editProfile(profile: IntegrationProfile, settings: ProfileSettings, now: Instant): IntegrationProfile {
  const unpublished = profile.status === 'Published' && profile.downloadActivity && !settings.downloadActivity;
  return {
    ...profile,
    ...settings,
    displayName: settings.displayName.trim(),
    status: unpublished ? 'Draft' : profile.status,
    validation: unpublished ? null : profile.validation,
    updatedAt: now,
  };
}
