import { bucketOf } from '../domain/account-bucket';
import { NOTHING_COUNTED } from '../domain/activity-breakdown';
import type { CandidateNumber, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { JobRun } from '../domain/job-run';
import { emptyRole, emptySnapshot, type RoleNumbers } from '../domain/license-position';
import type { SeatPromise } from '../domain/promises/seat-promise';
import { isOpen, type CandidateState, type RemovalCandidate } from '../domain/removal-candidate';
import { isCovered, type ReclamationRule } from '../domain/reclamation-rule';
import { isOpeningDue } from '../domain/rule-schedule';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { Ports } from '../ports/ports';
import type { CandidateLine, Generation } from '../ports/stores';
import type { RevisedLines } from '../ports/candidate-revisions';
import type { Burst, Work, WorkResult } from './burst';
import { nextLines, openedOf, planOpenings, settleCandidates, type Opening } from './candidate-changes';
import { isTakeable, resizeCandidateTable } from './candidate-table';
import { countSeats, type Counted } from './count-seats';
import { inParallel } from './in-parallel';
import { KnownActive } from './known-active';
import { leftAlone } from './left-alone';
import { markReturns } from './mark-returns';
import { mendBlocked } from './mend-blocked';
import {
  BUCKETS_TOGETHER,
  isProposed,
  judgeBuckets,
  readSetting,
  together,
  type Judged,
  type Proposed,
  type Setting,
} from './judge-seats';
import { proposedCandidate, withQuestion } from './new-candidate';
import { savePromises } from './promises/save-promises';
import { readPeople } from './read-people';
import { readProtectedMembers } from './protected-members';
import { proveUnproven } from './prove-seat';
import { notCovered } from './rule-sentences';
import { addToList, emptyDraft, publishList, type ListDraft } from './seat-list/write-seat-list';
import { SeatMap } from './seat-map';
import { recordClosed, recordMended, recordOpened } from './record-decisions';

interface Cursor extends Counted {
  /** The download that is judged. */
  readonly generation: string;
  readonly bucket: number;
  readonly buckets: number;
  /** The rules that open candidates in this evaluation; the others only close them. */
  readonly opening: readonly string[];
  /** Seats that were given up, denied, or asked about in vain: to be taken back when the evaluation is done. */
  readonly due: readonly CandidateNumber[];
  /** What is written of the list that people will see. */
  readonly list: ListDraft;
}

/** More are taken back with the next evaluation. */
const MOST_DUE = 1000;

/** What an evaluation found to be taken back now. */
export function dueOf({ cursor }: Pick<JobRun, 'cursor'>): readonly CandidateNumber[] {
  return (cursor as Partial<Cursor> | null)?.due ?? [];
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
  const setting = await settingOf(profile, generation, burst, ports);
  const promises = SeatMap.of(await ports.promises.list());
  const active = new KnownActive(setting, ports);
  let cursor = (burst.run.cursor as Cursor | null) ?? (await begin(setting, burst, ports));
  if (cursor.generation !== generation.id) return { kind: 'finished', status: 'Partial', summary: REPLACED };
  while (cursor.bucket < cursor.buckets) {
    if (burst.isOver()) return { kind: 'more' };
    cursor = await evaluateBuckets(cursor, { ...setting, promises, active, selected: profile.groupIds }, burst, ports);
    burst.note({
      cursor,
      progress: { done: Math.min(cursor.bucket, cursor.buckets), total: cursor.buckets, unit: 'parts' },
    });
    await burst.checkpoint();
  }
  const { roles: byRole, activity, breakdown } = cursor;
  await ports.positions.save(profileId, { at: setting.now, byRole, activity, ...(breakdown ? { breakdown } : {}) });
  await publishList(burst.run.id, cursor.list, setting, ports);
  await rememberTurns(cursor, setting, ports);
  return summarize(cursor, setting, burst);
};

const REPLACED = 'A newer download replaced the list meanwhile; the evaluation that follows it judges everybody.';

async function settingOf(
  profile: IntegrationProfile,
  generation: Generation,
  burst: Burst,
  ports: Ports,
): Promise<Setting> {
  const setting = await readSetting(profile, generation, burst.run.createdAt, ports);
  const { members, gone } = await readProtectedMembers(setting.rules, profile.groupIds, ports);
  if (gone.length > 0 && burst.run.gaps.length === 0)
    burst.note({ gaps: [`Jira no longer knows ${gone.length} protected groups; take them out of the rules.`] });
  return { ...setting, protectedOutside: members };
}

async function begin(setting: Setting, burst: Burst, ports: Ports): Promise<Cursor> {
  const { id, buckets, roles } = setting.generation;
  const { profileId } = burst.run;
  await resizeCandidateTable(profileId, buckets, ports.candidates);
  const turns = await ports.rules.findTurns(profileId);
  const opening = setting.rules
    .filter((rule) => rule.mode === 'apply' && isOpeningDue(rule, turns, setting.now))
    .map((rule) => rule.id);
  const counted = { roles: roles.map(emptyRole), activity: emptySnapshot(), breakdown: NOTHING_COUNTED };
  return { generation: id, bucket: 0, buckets, opening, due: [], list: emptyDraft(buckets), ...counted };
}

interface Evaluating extends Setting {
  readonly promises: SeatMap<SeatPromise>;
  readonly active: KnownActive;
  /** The groups that the profile selects now. */
  readonly selected: readonly GroupId[];
}

async function evaluateBuckets(cursor: Cursor, setting: Evaluating, burst: Burst, ports: Ports): Promise<Cursor> {
  const { profileId, id: runId } = burst.run;
  const { bucket, buckets, opening: openers } = cursor;
  const part = together(bucket, buckets);
  const reading = readPeople(part, setting.generation, ports);
  const [people, judged, before] = await Promise.all([
    reading,
    judgeBuckets(part, setting, ports, reading),
    Promise.all(part.map((each) => ports.candidates.readRevision(profileId, buckets, each))),
  ]);
  const lines = await proveUnproven(
    before.flatMap((table) => table.lines),
    setting.now,
    ports,
  );
  const judgedOf = withLines(lines, judged);
  const returned = await markReturns(lines, judgedOf, setting.generation, setting.now, ports);
  const settlement = await settleCandidates(lines, judgedOf, setting, ports);
  const settled = settlement.states;
  const stuck = lines.filter(({ number }) => !settled.has(number));
  const mended = await mendBlocked(stuck, judgedOf, setting, ports);
  const isLeftAlone = leftAlone(lines, returned, setting);
  const meant = judged.filter(isProposed).filter((each) => openers.includes(each.rule.id) && !isLeftAlone(each));
  const proposed = await withoutActive(meant, lines, settled, setting.active);
  const planned = await planOpenings(lines, settled, proposed, setting, ports);
  const decision = { who: 'The rules', by: null, profileId, runId, at: setting.now };
  // Before the lines: a burst that is repeated finds what it closed only while the lines are open.
  await savePromises([...settlement.records.values()].filter(wasAsked), ports);
  await recordClosed(decision, settlement, lines, ports);
  await recordMended(decision, mended, ports);
  // Lines before candidates: a repeated burst finds its own numbers there and only adds the candidates that are missing.
  const after = await inParallel(part, (each, n) => {
    const own = planned.filter(({ judged: { subscription } }) => bucketOf(subscription.accountId, buckets) === each);
    const change = (current: readonly CandidateLine[]) =>
      nextLines(current, { settled: settlement, mended }, own, setting.now);
    return writeLines(before[n] ?? NO_LINES, change, (by) =>
      ports.candidates.updateBucket(profileId, buckets, each, by),
    );
  });
  const left = after.flatMap((table) => table.lines);
  const opened = openedOf(planned, left);
  await createCandidates(opened, setting, ports);
  await recordOpened(decision, opened, ports);
  burst.note({ counts: { processed: judged.length, created: opened.length, changed: settled.size } });
  const found = left.filter(isDue(setting.now)).map(({ number }) => number);
  const due = [...dueOf({ cursor }), ...found].slice(0, MOST_DUE);
  const tables = new Map(part.map((each, n) => [each, after[n] ?? NO_LINES]));
  const list = await addToList(cursor.list, runId, { people, tables }, setting, ports);
  return { ...cursor, ...countSeats(cursor, judged, left, setting), due, list, bucket: bucket + BUCKETS_TOGETHER };
}

/** Those that have an open candidate already, and of the others those of whom no event tells that they are active. */
async function withoutActive(
  meant: readonly Proposed[],
  lines: readonly CandidateLine[],
  settled: ReadonlyMap<CandidateNumber, CandidateState>,
  active: KnownActive,
): Promise<Proposed[]> {
  const open = SeatMap.of(lines.filter((line) => isOpen(settled.get(line.number) ?? line.state)));
  const isThere = ({ subscription }: Proposed) => open.has(subscription);
  const fresh = meant.filter((each) => !isThere(each));
  return [...meant.filter(isThere), ...(await active.without(fresh))];
}

/** What was judged about the seats that have a line. */
function withLines(lines: readonly CandidateLine[], judged: readonly Judged[]): SeatMap<Judged> {
  const listed = SeatMap.of(lines);
  const judgedOf = new SeatMap<Judged>();
  for (const each of judged) if (listed.has(each.subscription)) judgedOf.set(each.subscription, each);
  return judgedOf;
}

/** Who was asked and waited long enough, or whoever a removal left halfway; ready ones wait for a person. */
const isDue = (now: Instant) => (line: CandidateLine) => line.state !== 'Ready' && isTakeable(line, now);

/** A repeated burst may find that its first try was further than it knew: candidates that are there stay as they are. */
async function createCandidates(opened: readonly Opening[], setting: Setting, { candidates }: Ports): Promise<void> {
  const created = (isNew: boolean) =>
    opened
      .filter((each) => each.isNew === isNew)
      .map(({ number, judged, promise }) => withQuestion(proposedCandidate(judged, number, setting), promise));
  await candidates.createAll(created(false));
  await candidates.createAll(created(true), true);
}

/** What ends with a candidate that nobody was asked about, the next evaluation sees by itself. */
const wasAsked = ({ notice }: RemovalCandidate) => notice !== null;

const NO_LINES: RevisedLines = { revision: 0, lines: [] };

/** A bucket that stays as it is is not written. */
async function writeLines(
  known: RevisedLines,
  change: (lines: readonly CandidateLine[]) => readonly CandidateLine[],
  write: (by: typeof change) => Promise<RevisedLines>,
): Promise<RevisedLines> {
  const { lines } = known;
  const changed = change(lines);
  const isSame = changed.length === lines.length && changed.every((line, n) => sameLine(line, lines[n]));
  return isSame ? known : write(change);
}

function sameLine(a: CandidateLine, b: CandidateLine | undefined): boolean {
  return a.number === b?.number && a.state === b.state && a.settledAt === b.settledAt;
}

async function rememberTurns({ opening }: Cursor, { profileId, now }: Setting, { rules }: Ports): Promise<void> {
  const turns = await rules.findTurns(profileId);
  await rules.saveTurns(profileId, { ...turns, ...Object.fromEntries(opening.map((id) => [id, now])) });
}

function summarize(cursor: Cursor, setting: Setting, { run }: Burst): WorkResult {
  const total = (pick: (role: RoleNumbers) => number) => cursor.roles.reduce((sum, role) => sum + pick(role), 0);
  const { coverage } = setting;
  const held = coverage?.gaps[0] ?? (coverage ? undefined : 'Activity has not been collected.');
  const asides = [
    ...(held === undefined ? [] : [held]),
    ...setting.rules.flatMap((rule) => aside(rule, cursor, setting)),
  ];
  return {
    kind: 'finished',
    status: held === undefined && run.gaps.length === 0 ? 'Complete' : 'Partial',
    summary: [
      `Judged ${total((role) => role.seats)} seats: ${total((role) => role.candidates)} removal candidates, ${run.counts.created} of them new, ${run.counts.changed} settled.`,
      ...asides,
      ...run.gaps,
    ].join(' '),
  };
}

/** What somebody who misses the candidates of a rule should know. */
function aside(rule: ReclamationRule, cursor: Cursor, { coverage, now }: Setting): string[] {
  const role = cursor.roles.find(({ roleKey }) => roleKey === rule.roleKey);
  if (!role || !rule.createCandidates) return [];
  if (coverage?.gaps.length === 0 && !isCovered(coverage, rule.lastActivityThresholdDays, now))
    return [notCovered(rule, coverage)];
  if (rule.mode === 'preview') return [`“${rule.name}” is a preview and would propose ${role.wouldPropose} more.`];
  return cursor.opening.includes(rule.id) ? [] : [`“${rule.name}” opens candidates ${rule.cadence}; not this time.`];
}
