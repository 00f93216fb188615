/** What an operation answers, and what it costs the app in points. */
export interface Answer {
  readonly status: number;
  /** undefined: an empty body. */
  readonly body: unknown;
  readonly points: number;
}

export const ok = (body: unknown, points: number): Answer => ({ status: 200, body, points });

/** An answer that is not a success, in one of Jira's error shapes. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${JSON.stringify(body)}`);
  }
}

const jiraError = (...messages: string[]): unknown => ({ errorMessages: messages, errors: {} });

export const badRequest = (message: string): Refusal => new Refusal(400, jiraError(message));
export const unauthorized = (): Refusal =>
  new Refusal(401, jiraError('Client must be authenticated to access this resource.'));
export const forbidden = (message: string): Refusal => new Refusal(403, jiraError(message));
export const notFound = (message: string): Refusal => new Refusal(404, jiraError(message));

/** The gateway in front of Jira answers in its own shape. */
export const scopeMismatch = (): Refusal =>
  new Refusal(401, { code: 401, message: 'Unauthorized; scope does not match' });

/** Not Jira's answer at all: this site does not model what was asked, and says so instead of guessing. */
export const notModeled = (what: string): Refusal =>
  new Refusal(501, { notModeled: what, message: `The local site does not model ${what}.` });
