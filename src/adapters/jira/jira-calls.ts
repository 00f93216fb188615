import type { APIResponse } from '@forge/api';
import type { z } from 'zod';
import { chargeFor, worstCase, type Charge } from '../../domain/point-budget';
import { HOUR, SECOND } from '../../domain/instant';
import type { Clock } from '../../ports/ambient';
import { Failure } from '../../ports/failures';
import type { HourlyLedger } from './hourly-ledger';

export interface Call<Answer> {
  /** Method and path template: names the call in failures and logs. */
  readonly operation: string;
  readonly charge: Charge;
  readonly send: () => Promise<APIResponse>;
  readonly schema: z.ZodType<Answer>;
  /** How many objects the answer holds, which is what Jira charges for. */
  readonly objects?: (answer: Answer) => number;
}

/** When Jira does not say in seconds how long to pause. */
const DEFAULT_PAUSE_SECONDS = 60;

/** The one door to Jira: every call is metered before it is sent, refused answers become failures, the rest is parsed. */
export class JiraCalls {
  constructor(
    private readonly ledger: HourlyLedger,
    private readonly clock: Clock,
  ) {}

  /** Throws a Failure for everything but an answer of the documented form. */
  async read<Answer>(call: Call<Answer>): Promise<Answer> {
    const body = await this.exchange(call);
    const parsed = call.schema.safeParse(body);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new Failure(
        'jira-changed',
        `Jira’s answer to ${call.operation} does not have the documented form (${where}).`,
        {
          operation: call.operation,
        },
      );
    }
    this.ledger.spend(chargeFor(call.charge, call.objects?.(parsed.data) ?? 0));
    return parsed.data;
  }

  private async exchange({
    operation,
    charge,
    send,
  }: Pick<Call<unknown>, 'operation' | 'charge' | 'send'>): Promise<unknown> {
    this.ledger.reserve(worstCase(charge));
    const response = await this.answerOf(operation, send);
    if (!response.ok) {
      this.ledger.spend(1);
      throw this.refusal(operation, response);
    }
    const text = await response.text();
    if (text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new Failure('jira-changed', `Jira’s answer to ${operation} is not JSON.`, { operation });
    }
  }

  private async answerOf(operation: string, send: () => Promise<APIResponse>): Promise<APIResponse> {
    try {
      return await send();
    } catch (error) {
      this.ledger.spend(1);
      // @forge/api throws instead of answering when the person it should act as can't be used.
      if (
        error instanceof Error &&
        /NEEDS_AUTHENTICATION|AUTH_TYPE|NotAllowed|NeedsAuthentication/.test(`${error.name} ${error.message}`)
      ) {
        throw new Failure('jira-refused', `Jira does not let the app act as this person (${operation}).`, {
          operation,
          status: 401,
        });
      }
      throw new Failure('jira-unavailable', `Jira did not answer (${operation}).`, { operation });
    }
  }

  private refusal(operation: string, response: APIResponse): Failure {
    const { status } = response;
    const details = { operation, status };
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
    const seconds = Number(headers.get('retry-after') ?? NaN);
    const retryAt = now + (Number.isFinite(seconds) ? seconds : DEFAULT_PAUSE_SECONDS) * SECOND;
    const isQuota = /quota|cost/.test(headers.get('ratelimit-reason') ?? '') || retryAt > now + HOUR / 12;
    const details = { operation, status: 429, retryAt };
    return isQuota
      ? new Failure('points-spent', 'Jira’s hourly points for this app are used up.', details)
      : new Failure('jira-busy', `Jira asks for a pause (${operation}).`, details);
  }
}
