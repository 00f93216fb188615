import { kindsOf, WIDEST_BASIS, type ActivityBasis } from './activity-kind';
import type { Coverage } from './coverage';
import type { SeatFacts } from './decision-explanation';
import { DAY, utcDay, wholeDays, type Instant } from './instant';

/** What a proposal rests on, as far as it can be doubted. */
export interface ProposalFacts {
  readonly basis: ActivityBasis;
  readonly thresholdDays: number;
  /** The silence that counts began then. */
  readonly silentSince: Instant;
  /** Anything at all was ever seen of the person, whether it counts or not. */
  readonly wasEverSeen: boolean;
  /** The account's name does; undefined: not known. */
  readonly soundsLikeProgram?: boolean | undefined;
  readonly coverage: Pick<Coverage, 'viewsFrom' | 'limits'> | undefined;
  readonly now: Instant;
}

export interface Confidence {
  readonly level: 'high' | 'medium' | 'low';
  /** In words, each one a reason to look twice; none of them alone keeps the seat. */
  readonly doubts: readonly string[];
}

/** Silence that is longer than the threshold by so much is no matter of a holiday. */
const MARGIN_DAYS = 14;

/** How sure a proposal is: without a doubt high, with one medium, with more low. */
export function confidenceOf(facts: ProposalFacts): Confidence {
  const doubts = DOUBTS.flatMap((doubt) => doubt(facts) ?? []);
  return { level: (['high', 'medium'] as const)[doubts.length] ?? 'low', doubts };
}

/** The same for a seat that is proposed because of its silence; `thresholdDays`: how long it had to be silent. Null: not known. */
export function confidenceIn(
  { activity, rule, coverage, now }: Pick<SeatFacts, 'activity' | 'rule' | 'coverage' | 'now'>,
  thresholdDays: number,
  person: Pick<ProposalFacts, 'wasEverSeen' | 'soundsLikeProgram'>,
): Confidence | null {
  if (activity.kind === 'unknown') return null;
  const silentSince = activity.kind === 'seen' ? activity.at : activity.since;
  const basis = rule?.activityBasis ?? WIDEST_BASIS;
  return confidenceOf({ basis, thresholdDays, silentSince, ...person, coverage, now });
}

const DOUBTS: readonly ((facts: ProposalFacts) => string | undefined)[] = [
  viewsDoubt,
  sightDoubt,
  habitDoubt,
  programDoubt,
  marginDoubt,
];

function viewsDoubt({ basis, thresholdDays, coverage, now }: ProposalFacts): string | undefined {
  if (!kindsOf(basis).has('issue-viewed')) return undefined;
  const from = coverage?.viewsFrom ?? null;
  if (from === null)
    return `Views were not counted for the whole ${days(thresholdDays)}: whoever only reads may look silent.`;
  if (from <= now - thresholdDays * DAY) return undefined;
  return `Views are counted only since ${utcDay(from)}, not for the whole ${days(thresholdDays)}: whoever only reads may look silent.`;
}

function sightDoubt({ coverage }: ProposalFacts): string | undefined {
  const kinds = new Set(coverage?.limits?.map(({ kind }) => kind));
  if (kinds.has('hidden-projects')) return 'Projects are hidden from the app: who works only there looks silent.';
  if (!kinds.has('hidden-work-items')) return undefined;
  return 'Work items are hidden from the app: who works only on those looks silent.';
}

function habitDoubt({ wasEverSeen }: ProposalFacts): string | undefined {
  return wasEverSeen ? undefined : 'Nothing was ever seen of this person.';
}

function programDoubt({ soundsLikeProgram }: ProposalFacts): string | undefined {
  return soundsLikeProgram ? 'The name sounds like a program’s, and programs may work unseen.' : undefined;
}

function marginDoubt({ silentSince, thresholdDays, now }: ProposalFacts): string | undefined {
  const more = wholeDays(silentSince, now) - thresholdDays;
  if (more >= MARGIN_DAYS) return undefined;
  if (more <= 0) return `The silence is just as long as the threshold of ${days(thresholdDays)}.`;
  return `The silence is only ${days(more)} longer than the threshold of ${days(thresholdDays)}.`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
