import { confidenceIn, type Confidence, type ProposalFacts } from '../domain/decision-confidence';
import { explainDecision, type ExplainedDecision, type ExplainedFact } from '../domain/decision-explanation';
import type { AccountId, GroupId, ProfileId, RoleKey } from '../domain/identifiers';
import { explainProposedByHand, isProposedByHand, KEPT_BY_THE_CHECK } from '../domain/hand-explanation';
import type { Instant } from '../domain/instant';
import type { IntegrationProfile } from '../domain/integration-profile';
import { explainNotice } from '../domain/notice-explanation';
import { programDoubt, type ProgramDoubt } from '../domain/programs/account-owner';
import { explainPerson, explainTraces, givingGroups, type GivingGroup } from '../domain/removal-explanation';
import { protectionOf } from '../domain/reclamation-rule';
import { isAboutActivity, type RemovalCandidate } from '../domain/removal-candidate';
import { explainSight } from '../domain/sight-explanation';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { judgeOne, readSetting, type Judged } from './judge-seats';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { findLine } from './candidate-table';
import { whyLeftAlone } from './left-alone';
import { findAccountOwner } from './programs/find-account-owner';
import { readPersonActivity, type KnownActivity } from './read-person-activity';

export interface SeatName {
  readonly profileId: ProfileId;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
}

/** Who proposed the seat by hand, and why. */
export interface Proposal extends Pick<RemovalCandidate, 'number' | 'justification'> {
  readonly by: AccountId | null;
  readonly at: Instant;
  /** What they wrote. */
  readonly note: string | null;
}

export interface ExplainedSeat extends ExplainedDecision {
  /** How sure the proposal is; null: nobody is proposed, or not because of their silence. */
  readonly confidence: Confidence | null;
  /** The moment whose facts are explained: that of the last evaluation. */
  readonly evaluatedAt: Instant;
  /** Null: Jira could not be asked, or does not know the account. */
  readonly program: ProgramDoubt | null;
  readonly groups: readonly GivingGroup[];
  /** Null: nobody did, or their candidate is closed. */
  readonly proposal: Proposal | null;
  readonly activity: KnownActivity;
}

type Needs = Pick<
  Ports,
  | 'profiles'
  | 'subscriptions'
  | 'candidates'
  | 'promises'
  | 'activity'
  | 'stamps'
  | 'eventGaps'
  | 'evidence'
  | 'rules'
  | 'exclusions'
  | 'accountOwners'
  | 'positions'
  | 'directory'
  | 'settings'
  | 'clock'
>;

/**
 * Why one seat is proposed or not, by the facts that the last evaluation looked at, and what Jira says about the person now. When
 * Jira can't be asked the stored facts are explained all the same.
 */
export async function explainSeat(seat: SeatName, ports: Needs): Promise<Outcome<ExplainedSeat>> {
  const [profile, generation] = await Promise.all([
    ports.profiles.find(seat.profileId),
    ports.subscriptions.findCurrent(seat.profileId),
  ]);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  if (!generation) return refuse('not-found', NO_SUCH_SEAT);
  const position = await ports.positions.find(profile.id);
  const now = await explainNow(seat, profile, ports);
  // The moment of the last evaluation: what it decided is explained, not what the next one will.
  const read = await readSetting(profile, generation, position?.at ?? ports.clock.now(), ports);
  const isProtected = read.rules.some((rule) => protectionOf(rule, { ...seat, groupIds: now.groupIds }));
  const setting = { ...read, protectedOutside: new Set(isProtected ? [seat.accountId] : []) };
  const judged = await judgeOne(seat, setting, ports);
  if (!judged) return refuse('not-found', NO_SUCH_SEAT);
  const { coverage } = judged;
  const [activity, past] = await Promise.all([
    readPersonActivity(seat, ports),
    explainPast(seat, { ...judged, generation }, ports),
  ]);
  const { events, eventsFrom } = activity;
  const { facts, ...decision } = past.proposed ? explainProposedByHand(judged, past.proposed) : explainDecision(judged);
  const traces = explainTraces(events, coverage, eventsFrom);
  const all = [...facts, ...explainSight(profile, coverage), ...past.facts, ...now.facts, ...traces];
  const seenAs = { wasEverSeen: events.length > 0, soundsLikeProgram: now.program === 'suspected' };
  const outcome = outweighed(decision, past, all);
  return done({
    ...outcome,
    facts: all,
    confidence: outcome.decision === 'candidate' ? confidence(judged, past, seenAs) : null,
    evaluatedAt: judged.now,
    program: now.program,
    groups: now.groups ?? stored(judged, generation),
    proposal: past.proposed ? proposalOf(past.proposed) : null,
    activity,
  });
}

/** What became of the seat's last candidate outweighs what the rule says; of one by hand it is told what would keep the seat all the same. */
function outweighed(
  decision: Pick<ExplainedDecision, 'decision' | 'because'>,
  { proposed, leftAlone }: Past,
  facts: readonly ExplainedFact[],
): Pick<ExplainedDecision, 'decision' | 'because'> {
  if (proposed) {
    const isKept = facts.some(({ speaks }) => speaks === 'against');
    return { ...decision, because: isKept ? `${decision.because} ${KEPT_BY_THE_CHECK}` : decision.because };
  }
  const isLeftAlone = decision.decision === 'candidate' && leftAlone !== undefined;
  return isLeftAlone ? { decision: 'keep', because: `Not proposed. ${leftAlone}` } : decision;
}

/** Of a seat that goes for another reason than its silence there is nothing to be doubted. */
function confidence(
  judged: Judged,
  { proposed }: Past,
  person: Pick<ProposalFacts, 'wasEverSeen' | 'soundsLikeProgram'>,
): Confidence | null {
  if (proposed && !isAboutActivity(proposed.justification)) return null;
  const thresholdDays = proposed?.thresholdDays ?? judged.rule?.lastActivityThresholdDays;
  return thresholdDays === undefined ? null : confidenceIn(judged, thresholdDays, person);
}

function proposalOf({ number, openedAt, justification, timeline }: RemovalCandidate): Proposal {
  const [opening, words] = timeline;
  const note = words?.isNote && words.at === openedAt ? words.text : null;
  return { number, by: opening?.by ?? null, at: openedAt, justification, note };
}

interface Past {
  readonly facts: readonly ExplainedFact[];
  readonly leftAlone: string | undefined;
  /** The open candidate, where a person proposed it. */
  readonly proposed: RemovalCandidate | undefined;
}

/** What became of the seat's last candidate: what the person was asked, and why nobody proposes the seat again yet. */
async function explainPast(
  seat: SeatName,
  { generation, rule, ...judged }: Judged & { readonly generation: Generation },
  { candidates, promises }: Needs,
): Promise<Past> {
  const [line, promise] = await Promise.all([findLine(seat, candidates), promises.find(seat)]);
  const candidate = line && (await candidates.find(line.number));
  const leftAlone = rule && whyLeftAlone({ line, promise }, { ...judged, rule }, generation);
  const alone: ExplainedFact[] =
    leftAlone === undefined ? [] : [{ name: 'Left alone', text: leftAlone, speaks: 'against' }];
  const proposed = candidate && isProposedByHand(candidate) ? candidate : undefined;
  return {
    facts: [...alone, explainNotice(candidate?.notice ?? promise?.question?.notice ?? null, rule)],
    leftAlone,
    proposed,
  };
}

const NO_SUCH_SEAT =
  'This person holds no such seat in the latest download, so there is nothing to decide. They may have left the selected groups, or another profile counts it.';

interface PersonExplained {
  readonly program: ProgramDoubt | null;
  readonly facts: readonly ExplainedFact[];
  readonly groups: readonly GivingGroup[] | null;
  readonly groupIds: readonly GroupId[];
}

/** What is looked at again before a removal; `groups` is null when Jira could not be asked. */
async function explainNow(
  { accountId, roleKey }: SeatName,
  profile: IntegrationProfile,
  ports: Needs,
): Promise<PersonExplained> {
  const { directory, settings } = ports;
  try {
    const [found, confirmedAs, roles, administrators, managed] = await Promise.all([
      directory.findPerson(accountId),
      findAccountOwner(accountId, ports),
      directory.listRoles(),
      directory.listAdministratorGroups(),
      settings.listManagedGroups(),
    ]);
    const person = found && { ...found, confirmedAs };
    const role = roles.find(({ key }) => key === roleKey);
    const groupIds = person?.groupIds ?? [];
    const groups = givingGroups(groupIds, roleKey, roles, profile.groupIds, administrators, managed);
    const facts = explainPerson(person, role?.name ?? roleKey, groups);
    const program = person ? programDoubt(person.soundsLikeProgram, confirmedAs) : null;
    return { groups, groupIds, facts, program };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const text = 'Jira could not be asked just now. The groups are those of the last download.';
    return { groups: null, groupIds: [], program: null, facts: [{ name: 'Account', text, speaks: 'neither' }] };
  }
}

/** The groups of the last download, of which nothing more is known now. */
function stored({ subscription }: Judged, generation: Generation): GivingGroup[] {
  const named = generation.groups.filter(({ id }) => subscription.groupIds.includes(id));
  return named.map(({ id, name }) => ({
    id,
    name,
    removable: false,
    note: 'Not checked just now.',
    alsoGives: generation.roles
      .filter(({ key, groupIds }) => key !== subscription.roleKey && groupIds.includes(id))
      .map(({ key }) => key),
  }));
}
