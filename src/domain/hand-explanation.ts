import { explainDecision, type ExplainedDecision, type ExplainedFact, type SeatFacts } from './decision-explanation';
import { utcDay } from './instant';
import { automaticRule } from './reclamation-rule';
import { isAboutActivity, isOpen, type RemovalCandidate } from './removal-candidate';

type Proposal = Pick<
  RemovalCandidate,
  'profileId' | 'roleKey' | 'source' | 'state' | 'justification' | 'openedAt' | 'thresholdDays'
>;

/** Somebody proposed the seat and it still waits: that outweighs what a rule would do. */
export function isProposedByHand({ source, state }: Pick<Proposal, 'source' | 'state'>): boolean {
  return source === 'hand' && isOpen(state);
}

/** Explains a seat that a person proposed. Only what its removal would be checked against speaks; what the rule says is told beside it. */
export function explainProposedByHand(seat: SeatFacts, candidate: Proposal): ExplainedDecision {
  const { because, facts } = explainDecision(seat);
  const rule = seat.rule ?? automaticRule(candidate.profileId, { key: candidate.roleKey, name: '' });
  // The silence that was long enough for whoever proposed the seat, counted from no earlier than that.
  const proposed = explainDecision({
    ...seat,
    rule: { ...rule, lastActivityThresholdDays: candidate.thresholdDays, includeNoActivity: true },
    now: Math.max(seat.now, candidate.openedAt),
  });
  const asked = isAboutActivity(candidate.justification);
  const silence = new Map(proposed.facts.filter(({ name }) => SILENCE.includes(name)).map((fact) => [fact.name, fact]));
  return {
    decision: 'candidate',
    because: [
      `Proposed for removal by hand on ${utcDay(candidate.openedAt)} as ${candidate.justification}.`,
      asked ? silence.get('Activity')?.text : 'Whether the seat is used is not asked then.',
    ].join(' '),
    facts: [
      ...facts.map((fact): ExplainedFact => {
        if (CHECKED.includes(fact.name)) return fact;
        return (asked ? silence.get(fact.name) : undefined) ?? { ...fact, speaks: 'neither' };
      }),
      { name: 'The rule alone', text: because, speaks: 'neither' },
    ],
  };
}

const SILENCE: readonly string[] = ['Activity', 'What was read'];
/** Looked at again before the removal, whoever proposed it. */
const CHECKED: readonly string[] = ['Exclusions', 'Administrator', 'Protected'];

export const KEPT_BY_THE_CHECK = 'As things stand, the check before the removal keeps the seat.';
