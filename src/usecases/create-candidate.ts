import { daysAgo } from '../domain/ago';
import { bucketOf } from '../domain/account-bucket';
import { WIDEST_BASIS, type LastActivity } from '../domain/activity';
import { explainExclusion } from '../domain/exclusion-rule';
import type { AccountId, CandidateNumber, ProfileId, RoleKey } from '../domain/identifiers';
import { utcDay, wholeDays, type Instant } from '../domain/instant';
import { isAdministratorGroup } from '../domain/jira-group';
import { isCovered } from '../domain/reclamation-rule';
import {
  candidateNumber,
  isAboutActivity,
  isOpen,
  moveCandidate,
  type Justification,
  type RemovalCandidate,
} from '../domain/removal-candidate';
import type { SeatPromise } from '../domain/promises/seat-promise';
import { protectionLock } from '../domain/rule-lock';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { judgeOne, readSetting, type Judged, type Setting } from './judge-seats';
import { readyCandidate, withQuestion } from './new-candidate';
import { findLine, lineOf } from './candidate-table';
import { whyKept } from './left-alone';
import { done, NO_SUCH_PROFILE, refuse, type Outcome, type Refusal } from './outcome';

type Needs = Pick<
  Ports,
  | 'profiles'
  | 'subscriptions'
  | 'activity'
  | 'rules'
  | 'exclusions'
  | 'candidates'
  | 'promises'
  | 'directory'
  | 'counters'
  | 'evidence'
  | 'clock'
>;

export interface CreateCandidate {
  readonly profileId: ProfileId;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly justification: Justification;
  readonly note: string;
  readonly caller: AccountId;
}

/** Proposes one seat by hand. It waits like every other candidate, and is checked like every other before it is removed. */
export async function createCandidate(input: CreateCandidate, ports: Needs): Promise<Outcome<RemovalCandidate>> {
  const note = input.note.trim();
  if (note === '') return refuse('bad-input', NEEDS_NOTE, [{ field: 'note', problem: NEEDS_NOTE }]);
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const generation = await ports.subscriptions.findCurrent(profile.id);
  if (!generation) return refuse('refused', 'No subscriptions have been downloaded yet.');
  const setting = await readSetting(profile, generation, ports.clock.now(), ports);
  const judged = await judgeOne(input, setting, ports);
  if (!judged)
    return refuse('not-found', 'The latest download has no such subscription. Run the Subscriptions job first.');
  const refusal = refusalOf(judged, input, setting) ?? (await refusalByJira(input, setting, ports));
  if (refusal) return refusal;
  const promise = await ports.promises.find(input);
  const candidate = makeCandidate({ ...input, note }, judged, setting, tellKept(promise, setting));
  return open(withQuestion(candidate, promise), ports, setting.generation.buckets);
}

/** A seat that an administrator keeps may be proposed by hand all the same; that it was kept is said. */
function tellKept(promise: SeatPromise | undefined, { now }: Setting): string {
  const kept = whyKept(promise, now);
  return kept === undefined ? '' : ` ${kept} It is proposed all the same.`;
}

const NEEDS_NOTE = 'Write a note that says why this seat is to be taken back.';
const ADMINISTRATOR = 'This person is in an administrators’ group and is never removed.';
const NO_SEAT = 'Jira says that this person holds no such seat any more, so there is nothing to take back.';
const PROTECTED = 'A reclamation rule of the profile protects this person.';

function refusalOf(
  { subscription, decision, exclusion, activity }: Judged,
  input: CreateCandidate,
  setting: Setting,
): Refusal | undefined {
  if (exclusion) return refuse('refused', `${explainExclusion(exclusion)} Deactivate the exclusion first.`);
  if (subscription.administrator) return refuse('refused', ADMINISTRATOR);
  const because = decision.kind === 'keep' ? decision.because : undefined;
  if (because === 'protected') return refuse('refused', PROTECTED);
  return isAboutActivity(input.justification) ? refusalOfLowUsage(activity, setting) : undefined;
}

function refusalOfLowUsage(activity: LastActivity, { coverage, now }: Setting): Refusal | undefined {
  if (activity.kind === 'unknown')
    return refuse('refused', `It is not known whether the seat is used. ${activity.because}`);
  const silent = wholeDays(activity.kind === 'seen' ? activity.at : activity.since, now);
  if (silent === 0)
    return refuse('refused', 'The seat was used in the last day. Choose another justification if it is to go anyway.');
  return isCovered(coverage, silent, now)
    ? undefined
    : refuse('refused', 'Activity could not be read completely, so silence proves nothing now.');
}

/** What only Jira knows: whether the person is still there, an administrator, or in a protected group by now. */
async function refusalByJira(
  { accountId, roleKey }: CreateCandidate,
  { rules }: Setting,
  ports: Needs,
): Promise<Refusal | undefined> {
  const [person, administrators] = await Promise.all([
    ports.directory.findPerson(accountId),
    ports.directory.listAdministratorGroups(),
  ]);
  if (!person?.active || person.accountType !== 'atlassian')
    return refuse('refused', 'Jira knows no active person with this account.');
  if (!person.roleKeys.includes(roleKey)) return refuse('refused', NO_SEAT);
  if (person.groupIds.some((id) => isAdministratorGroup(id, administrators))) return refuse('refused', ADMINISTRATOR);
  const lock = protectionLock(person, rules);
  return lock === undefined ? undefined : refuse('refused', lock);
}

function makeCandidate(
  input: CreateCandidate,
  { activity, rule }: Judged,
  { now }: Setting,
  kept: string,
): RemovalCandidate {
  const { profileId, accountId, roleKey, justification, caller, note } = input;
  const silence = silenceOf(activity, now);
  const because = `Proposed by hand: ${justification}. ${silence.text}${kept}`;
  const candidate = readyCandidate(
    {
      number: '',
      profileId,
      accountId,
      roleKey,
      source: 'hand',
      justification,
      ruleId: rule?.id ?? '',
      ruleName: rule?.name ?? '',
      // Silence that was long enough for the person who proposed it is what is checked again before the removal.
      thresholdDays: Math.max(1, Math.min(silence.days, rule?.lastActivityThresholdDays ?? silence.days)),
      activityBasis: rule?.activityBasis ?? WIDEST_BASIS,
      inactiveDays: activity.kind === 'seen' ? silence.days : null,
      silentSince: silence.since,
      because,
    },
    { at: now, text: because, by: caller },
  );
  return { ...candidate, timeline: [...candidate.timeline, { at: now, text: note, by: caller, isNote: true }] };
}

function silenceOf(activity: LastActivity, now: Instant): { since: Instant; days: number; text: string } {
  switch (activity.kind) {
    case 'seen': {
      const days = wholeDays(activity.at, now);
      return { since: activity.at, days, text: `Last activity ${daysAgo(days)}, on ${utcDay(activity.at)}.` };
    }
    case 'never':
    case 'none-since': {
      const { since } = activity;
      return { since, days: wholeDays(since, now), text: `No activity seen since ${utcDay(since)}.` };
    }
    case 'unknown':
      return { since: now, days: 0, text: 'Their activity is unknown.' };
  }
}

/**
 * The candidate first: what is cut off then leaves one that no table knows, no number was told of, and only activity ever closes;
 * a line without its candidate would hold the seat for good. Where such a line is there all the same, it is replaced.
 */
async function open(unnumbered: RemovalCandidate, ports: Needs, buckets: number): Promise<Outcome<RemovalCandidate>> {
  const before = await findLine(unnumbered, ports.candidates);
  const isOpenBefore = before !== undefined && isOpen(before.state);
  if (isOpenBefore && (await ports.candidates.find(before.number))) return alreadyThere(before);
  const number = candidateNumber(await ports.counters.reserve('candidate', 1));
  const candidate = { ...unnumbered, number };
  await ports.candidates.createAll([candidate], true);
  const line = await putLine(candidate, isOpenBefore ? before.number : undefined, buckets, ports);
  if (line.number !== number) {
    const entry = { at: candidate.openedAt, text: 'Closed at once: the seat became a candidate otherwise.', by: null };
    await ports.candidates.replace(moveCandidate(candidate, 'Closed Skipped', entry));
    return alreadyThere(line);
  }
  await tellCreated(candidate, ports);
  return done(candidate);
}

function alreadyThere({ number }: CandidateLine): Refusal {
  return refuse('conflict', `This seat is a removal candidate already: ${number}.`);
}

/** Puts the candidate into the table and answers the line of its seat: another one where somebody was faster. */
async function putLine(
  candidate: RemovalCandidate,
  lost: CandidateNumber | undefined,
  buckets: number,
  ports: Needs,
): Promise<CandidateLine> {
  const { profileId, accountId, roleKey } = candidate;
  const own = lineOf(candidate);
  const isSeat = (each: CandidateLine) => each.accountId === accountId && each.roleKey === roleKey;
  const isTaken = (each: CandidateLine) => isSeat(each) && isOpen(each.state) && each.number !== lost;
  const count = await ensureTable(profileId, buckets, ports);
  const { lines } = await ports.candidates.updateBucket(profileId, count, bucketOf(accountId, count), (current) =>
    current.some(isTaken) ? current : [...current.filter((each) => !isSeat(each)), own],
  );
  // An evaluation may have cut the table anew meanwhile.
  if ((await ports.candidates.findBucketCount(profileId)) !== count) return putLine(candidate, lost, buckets, ports);
  return lines.find(isSeat) ?? own;
}

/** The number of buckets of the table; one that never was begins with as many as the list of subscriptions has. */
async function ensureTable(profileId: ProfileId, buckets: number, { candidates }: Needs): Promise<number> {
  const count = await candidates.findBucketCount(profileId);
  if (count === undefined) await candidates.setBucketCount(profileId, buckets);
  return count ?? buckets;
}

async function tellCreated(candidate: RemovalCandidate, { evidence }: Needs): Promise<void> {
  const { number, profileId, accountId, roleKey, justification, because, openedAt, timeline } = candidate;
  await evidence.append({
    kind: 'candidate-created',
    at: openedAt,
    by: timeline[0]?.by ?? null,
    subject: accountId,
    candidate: number,
    text: because,
    details: { profileId, roleKey, justification },
  });
}
