import type { AccountId, CandidateNumber } from '../domain/identifiers';
import { mayAnswer } from '../domain/asking';
import type { Notice, NoticeAnswer } from '../domain/notice';
import { moveCandidate, noteOn, withWords, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { unlessChanged } from './candidate-by-hand';
import { done, refuse, type Outcome } from './outcome';
import { storeAndTell } from './store-and-tell';

interface Answer {
  readonly number: CandidateNumber;
  readonly answer: NoticeAnswer['kind'];
  readonly reason: string;
  readonly caller: AccountId;
}

const MEANS = {
  keep: { state: 'Awaiting Approval', text: 'The person wants to keep the seat.' },
  release: { state: 'Awaiting Revocation', text: 'The person does not need the seat any more.' },
} as const;
/** Who changes their mind more often is heard no more: the record stays one stored value. */
const MOST_ENTRIES = 100;

/** Takes the answer of the person who was asked. They may change their mind until somebody decided or the removal has begun. */
export async function answerNotice(
  { number, answer, reason, caller }: Answer,
  ports: Pick<Ports, 'candidates' | 'promises' | 'begunChanges' | 'evidence' | 'clock'>,
): Promise<Outcome<RemovalCandidate>> {
  const candidate = await ports.candidates.find(number);
  if (candidate?.accountId !== caller || !candidate.notice)
    return refuse('not-found', 'Nobody asked you about this seat. Reload the page.');
  const { notice } = candidate;
  if (!mayAnswer(candidate) || candidate.timeline.length > MOST_ENTRIES)
    return refuse('refused', 'It is too late to answer here. Ask your Jira administrators.');
  if (notice.answer?.kind === answer && reason.trim() === '') return done(candidate);
  const { state, text } = MEANS[answer];
  const at = ports.clock.now();
  const answered: Notice = { ...notice, answer: { kind: answer, at } };
  const entry = { at, text, by: caller };
  const isThere = candidate.state === state;
  const moved = isThere ? noteOn(candidate, entry) : moveCandidate(candidate, state, entry);
  const noted = withWords(moved, { at, text: reason, by: caller });
  const change = { what: 'answer', at, text, details: { answer } } as const;
  return unlessChanged(() => storeAndTell({ ...noted, notice: answered }, change, ports));
}
