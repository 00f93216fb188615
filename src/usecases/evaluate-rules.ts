import { lastActivityOf, noActivity, type Coverage, type LastActivity } from '../domain/activity';
import { findExclusion, type ExclusionRule } from '../domain/exclusion-rule';
import { toIso, type Instant } from '../domain/instant';
import {
  countedAs,
  countExcluded,
  countSeat,
  emptyRole,
  emptySnapshot,
  type ActivitySnapshot,
  type RoleNumbers,
} from '../domain/license-position';
import { decide, type Decision, type ReclamationRule } from '../domain/reclamation-rule';
import { isOpen, UNTOUCHED, type RemovalCandidate } from '../domain/removal-candidate';
import { subscriptionsOf, type SoftwareSubscription } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import { readActivityOf } from './activity-table';
import type { Burst, Work, WorkResult } from './burst';
import {
  nextLines,
  planOpenings,
  settleCandidates,
  subscriptionKey,
  type Judged,
  type Proposed,
} from './candidate-changes';
import { resizeCandidateTable } from './candidate-table';
import { recordDecisions } from './record-decisions';
import { SharedSeats } from './shared-seats';

interface Cursor {
  /** The download that is judged. */
  readonly generation: string;
  readonly bucket: number;
  readonly buckets: number;
  readonly roles: readonly RoleNumbers[];
  readonly activity: ActivitySnapshot;
}

/** Everything that is the same for all buckets of one evaluation. */
interface Setting {
  readonly generation: Generation;
  readonly coverage: Coverage | undefined;
  readonly rules: readonly ReclamationRule[];
  readonly exclusions: readonly ExclusionRule[];
  readonly shared: SharedSeats;
  readonly now: Instant;
}

/**
 * Turns subscriptions and activity into removal candidates, one bucket at a time: new ones for idle seats, Closed Canceled
 * where activity was seen, Closed Skipped where the seat is gone. Counts the license position on the way.
 */
export const evaluateRules: Work = async (burst, ports) => {
  const { profileId } = burst.run;
  const profile = await ports.profiles.find(profileId);
  if (profile?.status !== 'Published') {
    return {
      kind: 'finished',
      status: 'Partial',
      summary: 'The profile is not published any more; its candidates stay as they were.',
    };
  }
  const generation = await ports.subscriptions.findCurrent(profileId);
  if (!generation)
    return { kind: 'finished', status: 'Partial', summary: 'No subscriptions have been downloaded yet.' };
  const [coverage, rules, exclusions, shared] = await Promise.all([
    ports.activity.findCoverage(profileId),
    ports.rules.list(profileId),
    ports.exclusions.list(),
    SharedSeats.of(profile, ports),
  ]);
  const setting: Setting = { generation, coverage, rules, exclusions, shared, now: burst.run.createdAt };
  let cursor = (burst.run.cursor as Cursor | null) ?? (await begin(generation, burst, ports));
  if (cursor.generation !== generation.id) return { kind: 'finished', status: 'Partial', summary: REPLACED };
  while (cursor.bucket < cursor.buckets) {
    if (burst.isOver()) return { kind: 'more' };
    cursor = await evaluateBucket(cursor, setting, burst, ports);
    burst.note({ cursor, progress: { done: cursor.bucket, total: cursor.buckets, unit: 'parts' } });
    await burst.checkpoint();
  }
  await ports.positions.save(profileId, { at: setting.now, byRole: cursor.roles, activity: cursor.activity });
  return summarize(cursor, setting, burst);
};

const REPLACED = 'A newer download replaced the list meanwhile; the evaluation that follows it judges everybody.';

async function begin(generation: Generation, burst: Burst, ports: Ports): Promise<Cursor> {
  const { buckets, roles } = generation;
  await resizeCandidateTable(burst.run.profileId, buckets, ports.candidates);
  return { generation: generation.id, bucket: 0, buckets, roles: roles.map(emptyRole), activity: emptySnapshot() };
}

async function evaluateBucket(cursor: Cursor, setting: Setting, burst: Burst, ports: Ports): Promise<Cursor> {
  const { profileId } = burst.run;
  const { bucket, buckets } = cursor;
  const [holders, people, lines, isSharedSeat] = await Promise.all([
    ports.subscriptions.readBucket(setting.generation, bucket),
    readActivityOf(bucket, buckets, ports.activity),
    ports.candidates.readBucket(profileId, buckets, bucket),
    setting.shared.inBucket(bucket, buckets, ports),
  ]);
  const activityOf = new Map(people.map((person) => [person.accountId, person]));
  const judged = holders.flatMap((holder) =>
    subscriptionsOf(holder, setting.generation.roles)
      .filter((subscription) => !isSharedSeat(subscription))
      .map((subscription) => {
        const person = activityOf.get(holder.accountId) ?? noActivity(holder.accountId);
        return judge(subscription, lastActivityOf(person, setting.coverage, holder.firstSeen), setting);
      }),
  );
  const settled = await settleCandidates(lines, judged, setting.now, ports);
  const opening = await planOpenings(lines, settled, judged, setting.now, ports);
  // Lines first: a burst that is repeated finds its own numbers there and only adds the candidates that are missing.
  const after = await ports.candidates.updateBucket(profileId, buckets, bucket, (current) =>
    nextLines(current, settled, opening, setting.now),
  );
  await ports.candidates.createAll(
    opening.map(({ number, judged: each }) => newCandidate(each, number, setting, profileId)),
  );
  const decided = { profileId, runId: burst.run.id, at: setting.now, opened: opening, settled, lines };
  await recordDecisions(decided, ports);
  burst.note({ counts: { processed: judged.length, created: opening.length, changed: settled.size } });
  return count(cursor, judged, after, setting);
}

function judge(subscription: SoftwareSubscription, activity: LastActivity, setting: Setting): Judged {
  const rule = setting.rules.find((each) => each.roleKey === subscription.roleKey);
  const exclusion = findExclusion(subscription, setting.exclusions);
  if (exclusion) return { subscription, activity, decision: { kind: 'keep', because: 'excluded' }, rule, exclusion };
  const decision: Decision = rule
    ? decide(subscription, activity, setting.coverage, rule, setting.now)
    : { kind: 'keep', because: 'unknown' };
  return { subscription, activity, decision, rule, exclusion };
}

function newCandidate(judged: Proposed, number: string, setting: Setting, profileId: string): RemovalCandidate {
  const { subscription, decision, rule } = judged;
  const { accountId, roleKey } = subscription;
  const because = explain(decision, rule, setting);
  return {
    number,
    revision: 1,
    profileId,
    accountId,
    roleKey,
    ruleId: rule.id,
    ruleName: rule.name,
    thresholdDays: rule.lastActivityThresholdDays,
    activityBasis: rule.activityBasis,
    state: 'Ready',
    openedAt: setting.now,
    closedAt: null,
    inactiveDays: decision.inactiveDays,
    silentSince: decision.silentSince,
    because,
    attention: null,
    ...UNTOUCHED,
    timeline: [{ at: setting.now, text: `Opened by the rule “${rule.name}”. ${because}`, by: null }],
  };
}

function explain(
  decision: Extract<Decision, { kind: 'candidate' }>,
  rule: ReclamationRule,
  { coverage }: Setting,
): string {
  const watched = coverage ? ` Activity was read without gaps since ${toIso(coverage.from).slice(0, 10)}.` : '';
  const silence =
    decision.inactiveDays === null
      ? `No activity seen since ${toIso(decision.silentSince).slice(0, 10)}`
      : `Last activity ${decision.inactiveDays} days ago, on ${toIso(decision.silentSince).slice(0, 10)}`;
  return `${silence}; the rule proposes seats without activity for ${rule.lastActivityThresholdDays} days.${watched}`;
}

function count(cursor: Cursor, judged: readonly Judged[], lines: readonly CandidateLine[], setting: Setting): Cursor {
  const proposed = new Set(lines.filter((line) => isOpen(line.state)).map(subscriptionKey));
  const roles = new Map(cursor.roles.map((role) => [role.roleKey, role]));
  const activity = { ...cursor.activity };
  for (const { subscription, activity: last, rule, exclusion } of judged) {
    const role = roles.get(subscription.roleKey);
    if (exclusion) {
      if (role) roles.set(subscription.roleKey, countExcluded(role));
      continue;
    }
    const { usage, span } = countedAs(last, setting.coverage, rule, setting.now);
    if (role) roles.set(subscription.roleKey, countSeat(role, usage, proposed.has(subscriptionKey(subscription))));
    activity[span] += 1;
  }
  return { ...cursor, bucket: cursor.bucket + 1, roles: [...roles.values()], activity };
}

function summarize(cursor: Cursor, setting: Setting, { run }: Burst): WorkResult {
  const seats = cursor.roles.reduce((sum, role) => sum + role.seats, 0);
  const candidates = cursor.roles.reduce((sum, role) => sum + role.candidates, 0);
  const held = setting.coverage?.gaps[0] ?? (setting.coverage ? undefined : 'Activity has not been collected.');
  return {
    kind: 'finished',
    status: held ? 'Partial' : 'Complete',
    summary: `Judged ${seats} seats: ${candidates} removal candidates, ${run.counts.created} of them new, ${run.counts.changed} settled.${held ? ` ${held}` : ''}`,
  };
}
