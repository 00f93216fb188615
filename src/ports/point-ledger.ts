/** What the calls to Jira of this invocation cost, and the hourly budget they are taken from. */
export interface PointLedger {
  /** Reads what earlier invocations of this hour spent; background work does this first and is then held to the budget. */
  open(): Promise<void>;
  /** Requests and points since the last call of `take`. */
  take(): { readonly requests: number; readonly points: number };
  /** Adds what was spent to the stored total of the hour. */
  save(): Promise<void>;
}
