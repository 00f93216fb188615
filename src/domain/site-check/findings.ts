import type { Finding } from './answers';
import type { CheckBy } from './checks';

/** What of the app's administrator rights could be used. */
export function findAdministerRight(facts: {
  readonly administers: boolean;
  readonly readsRoles: boolean;
  readonly readsAudit: boolean;
}): Finding<'administer-right'> {
  if (!facts.administers || !facts.readsRoles) return { outcome: 'missing', facts };
  return { outcome: facts.readsAudit ? 'complete' : 'no-audit-log', facts };
}

/** What one transaction may be about, as far as the store takes it. The app's own need one entity alone. */
export function findTransaction(facts: {
  readonly twoEntities: boolean;
  readonly entityAndKey: boolean;
  readonly sameKey: boolean;
}): Finding<'storage-transaction'> {
  const { twoEntities, entityAndKey } = facts;
  if (twoEntities) return { outcome: entityAndKey ? 'everything' : 'entities-only', facts };
  return { outcome: entityAndKey ? 'entity-and-key' : 'one-entity-only', facts };
}

/** The rate-limit headers of one answer to a call through the bridge. */
export interface BridgeReading {
  /** Any header of a rate limit was forwarded. */
  readonly hasLimitHeaders: boolean;
  /** The answer names the hourly points of the app (`RateLimit-Policy: "global-app-quota"`): only charged calls do. */
  readonly namesAppQuota: boolean;
}

/** Whether calls through the bridge are charged to the app. Answers without headers tell nothing. */
export function findBridgePoints(readings: readonly BridgeReading[]): Finding<'bridge-points'> {
  const shown = readings.filter(({ hasLimitHeaders }) => hasLimitHeaders).length;
  const charged = readings.filter(({ namesAppQuota }) => namesAppQuota).length;
  const facts = { calls: readings.length, shown, charged };
  if (charged > 0) return { outcome: 'charged', facts };
  return { outcome: shown > 0 && shown === readings.length ? 'free' : 'not-shown', facts };
}

/** How the frame reacted when its content grew; pixels. */
export interface FrameReading {
  readonly heightBefore: number;
  readonly heightAfter: number;
  /** By how much the content grew. */
  readonly grownBy: number;
}

/** A frame that takes up at least half of the growth follows its content. */
export function findFrameHeight({ heightBefore, heightAfter, grownBy }: FrameReading): Finding<'frame-height'> {
  const grows = heightAfter - heightBefore >= grownBy / 2;
  return { outcome: grows ? 'grows' : 'fixed', facts: { heightBefore, heightAfter, grownBy } };
}

/** The app needs a quarter of its memory to spare: sites grow. */
const SAFE_SHARE = 0.75;

/** @param peakMb the most that the process of a job held, in MB @param limitMb what the manifest declares */
export function findMemory(
  { peakMb, rounds, seats }: { readonly peakMb: number; readonly rounds: number; readonly seats: number },
  limitMb: number,
): Finding<'job-memory'> {
  const facts = { peakMb: Math.round(peakMb), limitMb, rounds, seats };
  return { outcome: peakMb <= limitMb * SAFE_SHARE ? 'enough' : 'tight', facts };
}

/** An event of what somebody did on purpose arrived, for the nth time. */
export function findArrival(at: number, arrivedAt: number, copies: number): Finding<CheckBy<'watch'>> {
  return { outcome: 'arrive', facts: { lateSeconds: Math.max(0, Math.round((arrivedAt - at) / 1000)), copies } };
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(['atlassian', 'app', 'customer']);

/** What kinds of accounts are in groups. Guests and unknown types are counted, never named. */
export function findAccountTypes(
  accounts: readonly { readonly accountType: string; readonly guest: boolean }[],
): Finding<'account-types'> {
  const unknown = accounts.filter(({ accountType }) => !KNOWN_TYPES.has(accountType)).length;
  const facts = { read: accounts.length, guests: accounts.filter(({ guest }) => guest).length, unknown };
  if (accounts.length === 0) return { outcome: 'none-read', facts };
  return { outcome: unknown > 0 ? 'unknown-types' : 'known', facts };
}

/** Whether every way to the app was used at least once. @param ways keys of the manifest's modules that show a page */
export function findWaysIn(opened: readonly string[], ways: readonly string[]): Finding<'ways-in'> {
  const facts = Object.fromEntries(ways.map((way) => [way, opened.includes(way)]));
  return { outcome: ways.every((way) => opened.includes(way)) ? 'all' : 'some', facts };
}
