/** What a use case answers when its own rules decide: a value, or a reason that the page shows as it is. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly code: 'not-found' | 'refused' | 'bad-input' | 'conflict';
  /** A complete sentence: what happened and what to do. */
  readonly message: string;
  readonly fields?: readonly { readonly field: string; readonly problem: string }[];
}

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function refuse(code: Refusal['code'], message: string, fields?: Refusal['fields']): Refusal {
  return fields ? { ok: false, code, message, fields } : { ok: false, code, message };
}

export const CHANGED_MEANWHILE =
  'Somebody else changed this profile while you worked on it. Reload it and make your change again.';
export const NO_SUCH_PROFILE = 'This integration profile does not exist any more. Go back to the list of profiles.';
export const NO_SUCH_JOB = 'This job does not exist. Jobs exist only for published profiles.';
