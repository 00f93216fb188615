import type { AccountId, CandidateNumber, ProfileId, RoleKey } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import { isFinished, type JobRun } from '../domain/job-run';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { reviewLock } from '../domain/rule-lock';
import { gateLock } from '../domain/reclaim-gate';
import { operatorLock, reclaimLock } from '../domain/safety-gate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { isResumable, isTakeable, readCandidateTable } from './candidate-table';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { readSiteFacts } from './site-facts';
import { readGate, type GateNeeds } from './read-gate';
import { startRun } from './start-run';
import { isReady, newReclaim } from './reclaim-cursor';
import { whyNotAlone } from './second-person';

export type StartNeeds = GateNeeds & Pick<Ports, 'profiles' | 'counters' | 'queue' | 'ids' | 'log'>;

/** The seats that somebody wants to take back, and how many they saw. */
export interface WantedSeats {
  readonly profileId: ProfileId;
  readonly numbers: readonly CandidateNumber[] | 'all-ready';
  readonly expectedCount: number;
}

/** Seats that may be taken back together, as far as one person does not need a second one. */
export interface Batch {
  readonly profile: IntegrationProfile;
  readonly wanted: readonly CandidateLine[];
  readonly lines: readonly CandidateLine[];
  /** Up to when candidates were opened that “all that are ready” means. */
  readonly openedUpTo: Instant;
}

/**
 * Starts reclaiming several candidates in the background as the profile's operator; chosen ones may be such whose removal did
 * not work last time. The number the administrator confirmed must be the number that is there: a list that changed meanwhile is
 * refused, and so is what takes a second person.
 */
export async function startReclaim(
  input: WantedSeats & { readonly caller: AccountId },
  ports: StartNeeds,
): Promise<Outcome<JobRun>> {
  const checked = await checkBatch(input, ports);
  if (!checked.ok) return checked;
  const { profile, wanted, lines, openedUpTo } = checked.value;
  const notAlone = await whyNotAlone(wanted, await ports.rules.list(profile.id), lines, profile.id, ports);
  if (notAlone !== undefined) return refuse('refused', notAlone);
  const resumed = wanted.filter(isResumable).map(({ number }) => number);
  const cursor = newReclaim(input.numbers === 'all-ready' ? openedUpTo : input.numbers, wanted.length, resumed);
  const id = `${profile.id}.${ports.ids.next()}.reclaim`;
  return done(await startRun({ id, profile, kind: 'reclaim', cursor, requestedBy: input.caller }, ports));
}

/** Everything that must be right before seats are taken back together, whoever stands behind it. */
export async function checkBatch(input: WantedSeats, ports: StartNeeds): Promise<Outcome<Batch>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = reclaimLock(profile) ?? operatorLock(profile);
  if (lock) return refuse('refused', lock);
  const lines = await readCandidateTable(profile.id, ports.candidates);
  const { numbers } = input;
  const now = ports.clock.now();
  const openedUpTo = await findLastOpening(profile.id, now, ports);
  const wanted =
    numbers === 'all-ready'
      ? lines.filter((line) => isReady(line, openedUpTo))
      : lines.filter((line) => numbers.includes(line.number) && (isTakeable(line, now) || isResumable(line)));
  if (wanted.length !== input.expectedCount) {
    return refuse(
      'conflict',
      `There are ${wanted.length} ready candidates now, not ${input.expectedCount}. Look at the list again and confirm the new number.`,
    );
  }
  if (wanted.length === 0) return refuse('refused', 'There is no ready candidate to reclaim.');
  const hindrance = await whyNotAllowed(profile, wanted, ports);
  return hindrance === undefined ? done({ profile, wanted, lines, openedUpTo }) : refuse('refused', hindrance);
}

/** An evaluation that is under way still opens candidates, as of its beginning: nobody can have seen them all. */
async function findLastOpening(profileId: ProfileId, now: Instant, { runs }: StartNeeds): Promise<Instant> {
  const evaluation = await runs.findLatest(profileId, 'evaluate');
  return evaluation && !isFinished(evaluation) ? evaluation.createdAt - 1 : now;
}

/**
 * Why these seats may not be taken back in the background; undefined: nothing stands in the way.
 * @param isWhole whether all of them have to fit into the limit of today; otherwise it is enough that one does
 */
export async function whyNotAllowed(
  profile: IntegrationProfile,
  chosen: readonly CandidateLine[],
  ports: StartNeeds,
  isWhole = true,
): Promise<string | undefined> {
  const lock = reclaimLock(profile) ?? operatorLock(profile);
  return lock ?? lockOf(chosen, await ports.rules.list(profile.id)) ?? (await redGate(profile, chosen, isWhole, ports));
}

/** The first rule of the chosen candidates that nobody confirmed. */
function lockOf(chosen: readonly CandidateLine[], rules: readonly ReclamationRule[]): string | undefined {
  const roles = new Set(chosen.map(({ roleKey }) => roleKey));
  const unreviewed = rules.find((rule) => roles.has(rule.roleKey) && reviewLock(rule) !== undefined);
  return unreviewed && reviewLock(unreviewed);
}

/** Why these seats may not be taken back at once; undefined: nothing stands in the way. */
async function redGate(
  profile: IntegrationProfile,
  chosen: readonly CandidateLine[],
  isWhole: boolean,
  ports: StartNeeds,
): Promise<string | undefined> {
  const wanted = new Map<RoleKey, number>();
  for (const { roleKey } of chosen) wanted.set(roleKey, (wanted.get(roleKey) ?? 0) + 1);
  const isMeant = ({ roleKey }: { roleKey: RoleKey }) => wanted.has(roleKey);
  const site = await readSiteFacts(ports);
  const question = { profile, isMeant, site, checksOperator: true, ...(isWhole ? { wanted } : {}) };
  const { checks } = await readGate(question, ports);
  return gateLock(checks, 'batch');
}
