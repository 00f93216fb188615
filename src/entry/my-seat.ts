import { z } from 'zod';
import { toIso, type Instant } from '../domain/instant';
import type { LastActivity } from '../domain/activity';
import { lastDayBefore } from '../domain/days/told-day';
import { mayAnswer } from '../domain/asking';
import type { Notice } from '../domain/notice';
import { isOpen, type RemovalCandidate } from '../domain/removal-candidate';
import type { AccountId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import type { MySeat as MySeatView, MySeatQuestion, MySeats, PersonalApi } from '../shared/contract';
import { answerNotice } from '../usecases/answer-notice';
import { readMySeats, type MySeat } from '../usecases/my-seats';
import { done, type Outcome } from '../usecases/outcome';

type Name = keyof PersonalApi;
type Handler<Each extends Name> = (
  input: PersonalApi[Each]['input'],
  caller: AccountId,
  ports: Ports,
) => Promise<Outcome<PersonalApi[Each]['output']>>;

const candidateNumber = z.string().regex(/^RC\d{7,}$/, 'a candidate number looks like RC0000123');
const MAX_REASON = 500;

export const PERSONAL_INPUTS: { readonly [Each in Name]: z.ZodType<PersonalApi[Each]['input']> } = {
  getMySeats: z.strictObject({}),
  answerNotice: z.strictObject({
    number: candidateNumber,
    answer: z.enum(['keep', 'release']),
    reason: z.string().max(MAX_REASON),
  }),
};

/** What everybody may ask about themselves: the caller is the only person these operations know. */
export const PERSONAL_OPERATIONS: { readonly [Each in Name]: Handler<Each> } = {
  getMySeats: (_input, caller, ports) => show(caller, ports),
  answerNotice: async (input, caller, ports) => {
    const outcome = await answerNotice({ ...input, caller }, ports);
    return outcome.ok ? show(caller, ports) : outcome;
  },
};

async function show(caller: AccountId, ports: Ports): Promise<Outcome<MySeats>> {
  const now = ports.clock.now();
  return done({ seats: (await readMySeats(caller, ports)).map((seat) => seatView(seat, now)) });
}

function seatView({ roleKey, application, activity, asked }: MySeat, now: Instant): MySeatView {
  return { roleKey, application, activity: activityView(activity), question: asked ? questionOf(asked, now) : null };
}

function activityView(activity: LastActivity): MySeatView['activity'] {
  switch (activity.kind) {
    case 'seen':
      return { kind: 'seen', at: toIso(activity.at) };
    case 'none-since':
    case 'never':
      return { kind: 'none-since', since: toIso(activity.since) };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

/** Null when nothing is to be said about it any more. */
function questionOf(candidate: RemovalCandidate, now: Instant): MySeatQuestion | null {
  const { notice, number } = candidate;
  const state = notice && stateOf(candidate, notice, now);
  if (!notice || !state) return null;
  const keptUntil = notice.decision?.keptUntil ?? null;
  return {
    number,
    state,
    askedAt: toIso(notice.askedAt),
    answerBy: toIso(notice.answerBy),
    answerDay: notice.answerDay,
    answerZone: notice.zone,
    answeredAt: notice.answer ? toIso(notice.answer.at) : null,
    keptUntil: keptUntil === null ? null : toIso(keptUntil),
    keptThrough: keptUntil === null ? null : lastDayBefore(keptUntil),
    mayAnswer: mayAnswer(candidate),
  };
}

function stateOf(
  candidate: RemovalCandidate,
  { answer, decision }: Notice,
  now: Instant,
): MySeatQuestion['state'] | undefined {
  if (decision?.kind === 'granted') return (decision.keptUntil ?? 0) > now ? 'kept' : undefined;
  if (!isOpen(candidate.state)) return undefined;
  if (decision) return 'denied';
  if (answer) return answer.kind === 'keep' ? 'wants-to-keep' : 'released';
  return 'asked';
}
