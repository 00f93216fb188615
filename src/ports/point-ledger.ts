/** What the calls to Jira of this invocation cost, and the hourly budget they are taken from. */
export interface PointLedger {
  /** Reads the budget and what earlier invocations of this hour spent; background work does this first and is then held to it. */
  open(): Promise<void>;
  /** Lets this invocation go beyond the budget by so many points: an administrator has spared many more and waits. */
  allowMore(points: number): void;
  /** Adds what calls cost that somebody else made at the expense of this app. */
  charge(requests: number, points: number): void;
  /** Requests and points since the last call of `take`. */
  take(): { readonly requests: number; readonly points: number };
  /** What the jobs of this hour have spent so far, over all invocations. */
  spentThisHour(): Promise<number>;
  /** Adds what was spent to the stored total of the hour. */
  save(): Promise<void>;
}
