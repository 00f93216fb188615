import { setTimeout as pause } from 'node:timers/promises';
import type { APIResponse } from '@forge/api';
import type { z } from 'zod';
import { chargeFor, nextHour, worstCase, type Charge } from '../../domain/point-budget';
import { HOUR, SECOND, type Instant } from '../../domain/instant';
import type { Clock } from '../../ports/ambient';
import { Failure, isFailure } from '../../ports/failures';
import type { HourlyLedger } from './hourly-ledger';

export interface Call<Answer> {
  /** Method and path template: names the call in failures and logs. */
  readonly operation: string;
  readonly charge: Charge;
  readonly send: () => Promise<APIResponse>;
  readonly schema: z.ZodType<Answer>;
  /** How many objects the answer holds, which is what Jira charges for. */
  readonly objects?: (answer: Answer) => number;
  /** It changes something: a lost answer may hide that it worked, so it is not sent again here. */
  readonly isWrite?: boolean;
}

/** Pauses of one call that are waited out in the function, and how long each may be; waiting is billed. */
const SHORT_PAUSES = 3;
const LONGEST_PAUSE = 5 * SECOND;
/** The first pause, where Jira says no time: trouble that is not about haste is over at once, or is left to the caller. */
const AFTER_HASTE = SECOND;
const AFTER_TROUBLE = SECOND / 4;
/** However long Jira asks to wait: the administrators see by when it is tried again, and it is never later than this. */
const LONGEST_WAIT = HOUR;
/** Answers about the moment: nothing is concluded from them about what was asked for. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 423, 425]);

/** The one door to Jira: every call is metered before it is sent, refused answers become failures, the rest is parsed. */
export class JiraCalls {
  constructor(
    private readonly ledger: HourlyLedger,
    private readonly clock: Clock,
    private readonly wait: (milliseconds: number) => Promise<unknown> = pause,
  ) {}

  /**
   * Throws a Failure for everything but an answer of the documented form. A short pause that Jira asks for is waited out here, and
   * trouble that may pass is given a moment to; longer ones are left to the caller.
   */
  async read<Answer>(call: Call<Answer>): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.readOnce(call);
      } catch (error) {
        if (!isFailure(error) || attempt >= mostPauses(error, call)) throw error;
        const first = error.code === 'jira-busy' ? AFTER_HASTE : AFTER_TROUBLE;
        const { retryAt } = error.details;
        const asked = retryAt === undefined ? first * 2 ** attempt : retryAt - this.clock.now();
        if (asked > LONGEST_PAUSE) throw error;
        await this.wait(Math.max(0, asked));
      }
    }
  }

  private async readOnce<Answer>({ operation, charge, send, schema, objects }: Call<Answer>): Promise<Answer> {
    const held = worstCase(charge);
    this.ledger.reserve(held);
    let cost = 1;
    try {
      const response = await this.answerOf(operation, send);
      if (!response.ok) throw this.refusal(operation, response);
      cost = held; // until the answer tells how much it holds
      const answer = understood(await this.bodyOf(operation, response), operation, schema, response.status);
      cost = chargeFor(charge, objects?.(answer) ?? 0);
      return answer;
    } finally {
      this.ledger.spend(cost, held);
    }
  }

  private async bodyOf(operation: string, response: APIResponse): Promise<unknown> {
    const text = await response.text().catch(() => {
      throw new Failure('jira-unavailable', `Jira’s answer was cut off (${operation}).`, { operation });
    });
    if (text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      const { status } = response;
      throw new Failure('jira-unavailable', `Jira’s answer to ${operation} is not JSON.`, { operation, status });
    }
  }

  private async answerOf(operation: string, send: () => Promise<APIResponse>): Promise<APIResponse> {
    try {
      return await send();
    } catch (error) {
      const refused = statusOfRefusal(error);
      if (refused === 429)
        throw new Failure('jira-busy', `Atlassian asks for a pause (${operation}).`, { operation, status: 429 });
      if (refused !== undefined) {
        throw new Failure('jira-refused', `Atlassian does not let the app act as this person (${operation}).`, {
          operation,
          status: refused,
        });
      }
      if (isNoAddress(error))
        throw new Failure('jira-not-found', `No address can hold what was asked for (${operation}).`, { operation });
      throw new Failure('jira-unavailable', `Jira did not answer (${operation}).`, { operation });
    }
  }

  private refusal(operation: string, response: APIResponse): Failure {
    const { status } = response;
    const details = { operation, status };
    if (PASSING.has(status) || (status !== 429 && isWebPage(response)))
      return new Failure('jira-unavailable', `Jira can’t answer at this moment (${operation}, ${status}).`, details);
    if (status === 401 || status === 403)
      return new Failure('jira-refused', `Jira refused ${operation} (${status}).`, details);
    if (status === 404)
      return new Failure('jira-not-found', `Jira does not know what was asked for (${operation}).`, details);
    if (status === 429) return this.limited(operation, response);
    if (status >= 500)
      return new Failure('jira-unavailable', `Jira has a problem of its own (${operation}, ${status}).`, details);
    return new Failure('jira-rejected', `Jira rejected ${operation} (${status}).`, details);
  }

  /** A spent quota stops everything until it is refilled; a burst only asks for a pause. Reason texts vary: match loosely. */
  private limited(operation: string, { headers }: APIResponse): Failure {
    const now = this.clock.now();
    const retryAt = retryTime(headers, now);
    const isLong = retryAt !== undefined && retryAt > now + HOUR / 12;
    const details = { operation, status: 429, ...(retryAt === undefined ? {} : { retryAt }) };
    if (!isLong && !/quota|cost/.test(headers.get('ratelimit-reason') ?? ''))
      return new Failure('jira-busy', `Jira asks for a pause (${operation}).`, details);
    this.ledger.pauseUntil(retryAt ?? nextHour(now));
    return new Failure('points-spent', 'Jira’s hourly points for this app are used up.', details);
  }
}

/** How often a call is sent again after a short pause. A refusal may be a moment's; twice it is meant. */
function mostPauses({ code, details }: Failure, { isWrite = false }: Pick<Call<never>, 'isWrite'>): number {
  if (code === 'jira-busy') return SHORT_PAUSES;
  if (isWrite || details.status === undefined) return 0;
  if (code === 'jira-unavailable') return SHORT_PAUSES - 1;
  return code === 'jira-refused' || code === 'jira-changed' ? 1 : 0;
}

/** Whatever a gateway, a login page or a notice of maintenance says, it is not Jira’s word on what was asked for. */
function isWebPage({ headers }: APIResponse): boolean {
  return /html/i.test(headers.get('content-type') ?? '');
}

/**
 * @forge/api throws instead of answering when the person it should act as can't be used: nobody by that id, not one of those
 * the app is shared with, or too many at once. Undefined: it failed for another reason.
 */
function statusOfRefusal(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status } = error as Error & { status?: unknown };
  if (status === 401 || status === 403 || status === 429) return status;
  const isRefusal = /NEEDS_AUTHENTICATION|AUTH_TYPE|NotAllowed|NeedsAuthentication/.test(
    `${error.name} ${error.message}`,
  );
  return isRefusal ? 401 : undefined;
}

/** Half a character can't be written in an address, and @forge/api makes none of `..` or of a slash in a path: nothing was sent. */
function isNoAddress(error: unknown): boolean {
  return error instanceof Error && (error.name === 'URIError' || error.message.includes('path manipulation'));
}

/** `Retry-After` in seconds; the gateway's own limiter tells the time in `X-RateLimit-Reset` instead. */
function retryTime(headers: APIResponse['headers'], now: Instant): Instant | undefined {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  const at = Number.isFinite(seconds) ? now + seconds * SECOND : Date.parse(headers.get('x-ratelimit-reset') ?? '');
  return Number.isFinite(at) ? Math.min(at, now + LONGEST_WAIT) : undefined;
}

function understood<Answer>(body: unknown, operation: string, schema: z.ZodType<Answer>, status: number): Answer {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  if (body === undefined)
    throw new Failure('jira-unavailable', `Jira’s answer to ${operation} is empty.`, { operation, status });
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  const what = `Jira’s answer to ${operation} does not have the documented form (${where}).`;
  throw new Failure('jira-changed', what, { operation, status });
}
