import type { Coverage } from './activity';
import { ago } from './ago';
import { DAY, utcDay, wholeDays, type Instant } from './instant';
import type { AccountId, RoleKey } from './identifiers';
import type { AdministratorGroups } from './jira-group';
import type { IntegrationProfile } from './integration-profile';
import type { JobRun } from './job-run';
import type { LicensePosition, PastPosition } from './license-position';
import { licenseLock, type License } from './licensing/license';
import { FRESH_DAYS, isCovered, type ReclamationRule } from './reclamation-rule';
import { freezeLock, tellFreeze } from './rule-lock';
import { reclaimLock } from './safety-gate';
import type { SiteBehavior } from './site-check/site-behavior';
import { explainTrend, trendOf, trendProblem } from './position-trend';
import type { TrendAcknowledgement } from './trend-acknowledgement';
import { groupDrift, type GroupsOfRoles } from './group-drift';

/** One tick or cross. */
export interface GateCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, with its numbers; when it is not ok also what to do. */
  readonly text: string;
  /** Whom a cross holds: every removal, or only those in the background. */
  readonly holds: 'everything' | 'batches';
  /** The application whose rule was looked at; left out where a check is about all of them. */
  readonly roleKey?: RoleKey;
  /** Numbers that changed abnormally: of which evaluation, and who found them right; null: nobody yet. */
  readonly abnormal?: {
    readonly evaluatedAt: Instant;
    readonly acknowledged: { readonly at: Instant; readonly by: AccountId } | null;
  };
}

type LastRun = Pick<JobRun, 'status' | 'summary'>;

/** What is stored about a profile's data. */
export interface StoredGateFacts {
  readonly profile: IntegrationProfile;
  /** The rules whose candidates are to be removed. */
  readonly rules: readonly ReclamationRule[];
  readonly downloadedAt: Instant | undefined;
  readonly lastDownload: LastRun | undefined;
  readonly lastActivity: LastRun | undefined;
  readonly coverage: Coverage | undefined;
  readonly position: LicensePosition | undefined;
  /** Earlier positions, oldest first. */
  readonly past: readonly PastPosition[];
  /** Somebody found these very numbers right; looked for only where they changed abnormally. */
  readonly acknowledgement: TrendAcknowledgement | undefined;
  /** Seats of each application that were taken back in the last 24 hours and not restored. */
  readonly removedLately: ReadonlyMap<RoleKey, number>;
  /** How many seats of each application are to be taken back now; undefined: nothing is chosen yet. */
  readonly wanted: ReadonlyMap<RoleKey, number> | undefined;
  readonly license: License;
  /** People whom a rule asks first can be mailed. */
  readonly canNotify: boolean;
  /** Whether Jira lets jobs change groups here, as far as somebody has tried. */
  readonly backgroundRemoval: SiteBehavior['backgroundRemoval'];
}

/** What Jira says about the site at this moment. */
export interface LiveGateFacts {
  readonly roles: GroupsOfRoles;
  readonly administrators: AdministratorGroups;
  readonly contentBlocked: boolean;
  /** Why the operator may not act; null: nothing speaks against it. */
  readonly operatorProblem: string | null;
}

/**
 * Everything that must be right before seats are taken back, worst first. Pure: the same facts and `now` give the same checks.
 * Without `live` only what is stored is looked at.
 */
export function checkGate(stored: StoredGateFacts, live: LiveGateFacts | undefined, now: Instant): GateCheck[] {
  const { profile, rules } = stored;
  const checks = [
    ...checkLicense(stored),
    checkProfile(stored),
    checkDownload(stored, now),
    ...(profile.downloadActivity ? [checkActivity(stored, now)] : []),
    ...rules.map((rule) => checkCoverage(rule, stored, now)),
    checkEvaluation(stored, now),
    checkTrend(stored),
    ...rules.map(checkReview),
    ...rules.flatMap((rule) => checkFreeze(rule, now)),
    ...rules.filter(({ notifyUser }) => notifyUser).map((rule) => checkNotices(rule, stored)),
    ...(live ? [checkGroups(profile, live), checkPolicy(live)] : []),
    checkOperator(profile, live ? live.operatorProblem : (profile.operatorCheck?.problem ?? null)),
    ...checkBackground(stored),
    ...rules.flatMap((rule) => [checkShare(rule, stored), checkLimit(rule, stored)]),
  ];
  return [...checks].sort((a, b) => Number(a.ok) - Number(b.ok));
}

/** The first reason why nothing of this kind may be removed now; undefined: nothing stands in the way. */
export function gateLock(checks: readonly GateCheck[], kind: 'single' | 'batch'): string | undefined {
  const cross = checks.find((check) => !check.ok && (kind === 'batch' || check.holds === 'everything'));
  return cross && `${cross.name}: ${cross.text}`;
}

/** How many seats of an application may still be taken back, with those of the last 24 hours. */
export function seatsLeft(rule: ReclamationRule, stored: StoredGateFacts): number {
  return Math.max(0, limitOf(rule, stored) - (stored.removedLately.get(rule.roleKey) ?? 0));
}

function everything(name: string, problem: string | undefined, found: string): GateCheck {
  return { name, ok: problem === undefined, text: problem ?? found, holds: 'everything' };
}

function ofRule(rule: ReclamationRule, name: string, problem: string | undefined, found: string): GateCheck {
  return { ...everything(name, problem, found), roleKey: rule.roleKey };
}

function checkFreeze(rule: ReclamationRule, now: Instant): GateCheck[] {
  if (rule.freeze === null) return [];
  const found = `“${rule.name}” takes nobody’s seat ${tellFreeze(rule.freeze)}, which is not today.`;
  return [ofRule(rule, 'Days without reclaim', freezeLock([rule], [rule.roleKey], now), found)];
}

/** A license that is as it should be is not worth a tick. */
function checkLicense({ license }: StoredGateFacts): GateCheck[] {
  const lock = licenseLock(license);
  return lock === undefined ? [] : [everything('License', lock, '')];
}

function checkProfile({ profile }: StoredGateFacts): GateCheck {
  const validated = profile.validation ? ` on ${utcDay(profile.validation.at)}` : '';
  return everything('Profile', reclaimLock(profile), `Published, with Reclaim switched on; validated${validated}.`);
}

function checkDownload({ downloadedAt, lastDownload }: StoredGateFacts, now: Instant): GateCheck {
  const found = `All subscriptions were downloaded ${ago(downloadedAt ?? now, now)}.`;
  return everything('Download', downloadProblem(downloadedAt, lastDownload, now), found);
}

function downloadProblem(at: Instant | undefined, run: LastRun | undefined, now: Instant): string | undefined {
  if (at === undefined) return 'No subscriptions have been downloaded yet. Run the Subscriptions job.';
  if (run?.status === 'Failed') return `The last download failed. ${run.summary}`;
  if (run?.status === 'Partial') return `The last download is not complete. ${run.summary}`;
  if (at >= now - FRESH_DAYS * DAY) return undefined;
  return `The subscriptions are ${wholeDays(at, now)} days old; they may be at most ${FRESH_DAYS}. Run the Subscriptions job.`;
}

function checkActivity(stored: StoredGateFacts, now: Instant): GateCheck {
  const { from = now, to = now } = stored.coverage ?? {};
  const found = `Read without gaps from ${utcDay(from)}, up to ${ago(to, now)}.`;
  return everything('Activity', activityProblem(stored, now), found);
}

function activityProblem({ coverage, lastActivity: run }: StoredGateFacts, now: Instant): string | undefined {
  if (!coverage) return 'Activity has not been collected yet. Run the Activity job.';
  if (run?.status === 'Failed') return `The last activity run failed. ${run.summary}`;
  if (coverage.gaps.length > 0) return `Part of the activity could not be read: ${coverage.gaps.join(' ')}`;
  if (run?.status === 'Partial') return `The last activity run is not complete. ${run.summary}`;
  if (coverage.to >= now - FRESH_DAYS * DAY) return undefined;
  return `Activity is known up to ${wholeDays(coverage.to, now)} days ago; it may be at most ${FRESH_DAYS}. Run the Activity job.`;
}

function checkCoverage(rule: ReclamationRule, { coverage }: StoredGateFacts, now: Instant): GateCheck {
  const days = coverage ? Math.max(0, wholeDays(coverage.from, now)) : 0;
  const needed = rule.lastActivityThresholdDays;
  const problem = isCovered(coverage, needed, now)
    ? undefined
    : `Activity is known without gaps for ${days} of the ${needed} days that “${rule.name}” looks back. Wait, or analyze from an earlier date in the profile.`;
  return ofRule(rule, 'Coverage', problem, `${days} days are known; “${rule.name}” needs ${needed}.`);
}

function checkEvaluation({ position }: StoredGateFacts, now: Instant): GateCheck {
  const age = position ? wholeDays(position.at, now) : undefined;
  const problem =
    age === undefined
      ? 'The candidates have not been judged yet. Run the jobs.'
      : age > FRESH_DAYS
        ? `The candidates were judged ${age} days ago; that may be at most ${FRESH_DAYS}. Run the jobs.`
        : undefined;
  const seats = position?.byRole.reduce((total, role) => total + role.seats, 0) ?? 0;
  return everything('Evaluation', problem, `${seats} seats were judged ${ago(position?.at ?? now, now)}.`);
}

function checkTrend({ position, past, acknowledgement }: StoredGateFacts): GateCheck {
  if (!position) return everything('Trend', undefined, 'Nothing was counted yet.');
  const trend = trendOf(position, past);
  const problem = trendProblem(trend);
  if (problem === undefined) return everything('Trend', undefined, explainTrend(trend));
  const { at, by } = acknowledgement ?? {};
  const acknowledged = at === undefined || by === undefined ? null : { at, by };
  const abnormal = { evaluatedAt: position.at, acknowledged };
  return { ...everything('Trend', acknowledged ? undefined : problem, explainTrend(trend)), abnormal };
}

function checkReview(rule: ReclamationRule): GateCheck {
  const problem =
    rule.review === null ? `Nobody has reviewed “${rule.name}” yet. Open Reclamation rules and review it.` : undefined;
  return ofRule(rule, 'Rule', problem, `“${rule.name}” was reviewed on ${utcDay(rule.review?.at ?? 0)}.`);
}

function checkNotices({ name }: ReclamationRule, { canNotify }: StoredGateFacts): GateCheck {
  const problem = canNotify
    ? undefined
    : `“${name}” has people asked first, but no work item is chosen through which Jira mails them. Choose one under Reclamation rules.`;
  return everything('Notices', problem, `People of “${name}” can be mailed.`);
}

function checkGroups(profile: IntegrationProfile, { roles, administrators }: LiveGateFacts): GateCheck {
  const validated = profile.validation?.groupsOfRoles ?? null;
  const problem = groupDrift(profile.groupIds, validated, roles, administrators);
  const { length } = profile.groupIds;
  const count = length === 1 ? '1 selected group gives' : `${length} selected groups give`;
  return everything('Groups', problem, `${count} the same as when the profile was validated.`);
}

function checkPolicy({ contentBlocked }: LiveGateFacts): GateCheck {
  const problem = contentBlocked
    ? 'A data security policy hides content from this app, so activity can’t be ruled out. An organization admin lets the app see it in Atlassian Administration: Security > Data security policies > the policy that covers Jira > its rule for app access.'
    : undefined;
  return everything('Data security policy', problem, 'No policy hides content from this app.');
}

function checkOperator({ reclaimOperator }: IntegrationProfile, found: string | null): GateCheck {
  const problem = reclaimOperator === null ? NO_OPERATOR : found;
  const text = problem ?? 'The reclaim operator is active and administers the site.';
  return { name: 'Reclaim operator', ok: problem === null, text, holds: 'batches' };
}

/** Nothing to say before it was tried: then Jira decides, and a refusal stops the run. */
function checkBackground({ backgroundRemoval }: StoredGateFacts): GateCheck[] {
  if (backgroundRemoval === 'untried') return [];
  const ok = backgroundRemoval === 'works';
  const text = ok ? 'The site check proved that jobs may change groups.' : BACKGROUND_REFUSED;
  return [{ name: 'Background removal', ok, text, holds: 'batches' }];
}

/** Why nothing is taken or given back by jobs where Jira was found not to let them. */
export const BACKGROUND_REFUSED =
  'The site check found that Jira does not let jobs change groups. Go on one by one, or repeat the site check.';

const NO_OPERATOR =
  'No site administrator is authorized as reclaim operator, so nothing can be removed in the background. Reclaim one by one, or authorize yourself in the profile.';

function seatsOf(rule: ReclamationRule, { position }: StoredGateFacts) {
  return position?.byRole.find((role) => role.roleKey === rule.roleKey);
}

/** Whoever is idle in such numbers may be idle only on paper: a rule, a basis or the data is wrong more often. */
function checkShare(rule: ReclamationRule, stored: StoredGateFacts): GateCheck {
  const { seats = 0, candidates = 0 } = seatsOf(rule, stored) ?? {};
  const percent = seats === 0 ? 0 : (100 * candidates) / seats;
  const ok = percent <= rule.maxPercentPerRun;
  const found = `${candidates} of ${seats} seats are candidates of “${rule.name}” (${Math.round(percent)} %)`;
  const text = ok
    ? `${found}.`
    : `${found}, more than the ${rule.maxPercentPerRun} % it allows. Look at the candidates; if they are right, raise the limit in the rule, or reclaim one by one.`;
  return { name: 'Share of candidates', ok, text, holds: 'batches', roleKey: rule.roleKey };
}

function limitOf(rule: ReclamationRule, stored: StoredGateFacts): number {
  const seats = seatsOf(rule, stored)?.seats ?? 0;
  // A percentage of few people must not come to nobody at all.
  return Math.min(rule.maxSeatsPerRun, Math.max(1, Math.floor((seats * rule.maxPercentPerRun) / 100)));
}

function checkLimit(rule: ReclamationRule, stored: StoredGateFacts): GateCheck {
  const lately = stored.removedLately.get(rule.roleKey) ?? 0;
  const wanted = stored.wanted?.get(rule.roleKey) ?? 0;
  const limit = limitOf(rule, stored);
  const ok = stored.wanted ? lately + wanted <= limit : lately < limit;
  const used = `${lately} of at most ${limit} seats were taken back with “${rule.name}” in the last 24 hours`;
  const more = wanted > 0 ? `; ${wanted} more are wanted` : '';
  const text = ok ? `${used}.` : `${used}${more}. Choose fewer people, wait, or raise the limit in the rule.`;
  return { name: 'Limit in 24 hours', ok, text, holds: 'batches', roleKey: rule.roleKey };
}
