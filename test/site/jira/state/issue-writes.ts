/** How many writes one issue takes within how many seconds. */
const WINDOWS = [
  { writes: 20, seconds: 2 },
  { writes: 100, seconds: 30 },
] as const;
const LONGEST_MS = 30_000;

/** Jira's limit on writes to one issue, beside that on the endpoint. */
export class IssueWrites {
  private readonly times = new Map<string, number[]>();

  /** Counts a write; when there were too many lately, answers instead how many seconds to wait. */
  take(issue: string, now: number): number | undefined {
    const lately = (this.times.get(issue) ?? []).filter((at) => at > now - LONGEST_MS);
    this.times.set(issue, lately);
    const wait = Math.max(...WINDOWS.map(({ writes, seconds }) => freeIn(lately, writes, seconds * 1000, now)));
    if (wait > 0) return Math.ceil(wait / 1000);
    lately.push(now);
    return undefined;
  }
}

/** Milliseconds until a window has room for one more. */
function freeIn(times: readonly number[], writes: number, lengthMs: number, now: number): number {
  const oldestThatCounts = times.at(-writes);
  return oldestThatCounts === undefined ? 0 : Math.max(0, oldestThatCounts + lengthMs - now);
}
