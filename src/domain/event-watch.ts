import { viewsMissingUpTo, type EventGap } from './product-events/event-gap';
import { DAY, HOUR, type Instant } from './instant';

/** Product events of this time may never have reached the app. */
export interface EventLoss {
  readonly from: Instant;
  readonly to: Instant;
  readonly notedAt: Instant;
}

/** One installed copy of the app at one version; null: the platform does not tell the version. */
export interface Installed {
  readonly installation: string;
  readonly version: string | null;
}

/** What is known about whether product events reach the app. */
export interface EventWatch {
  /** The installation, or when watching began. */
  readonly since: Instant;
  /** The last sign of life of the hourly tick: while it runs, events are delivered too. */
  readonly beatAt: Instant;
  /** The first event since then; null: none came yet, so it is not known that they flow. */
  readonly flowsSince: Instant | null;
  readonly losses: readonly EventLoss[];
  /** What the watch began or went on with; null: nothing told of an installation yet. */
  readonly installed: Installed | null;
}

/** Events are delivered within this time, with every retry. */
export const DELIVERY = HOUR;
/** The tick comes every hour; one may be late or lost. */
const LONGEST_SILENCE = 3 * HOUR;
/** Longer than any run can look back for. */
const KEPT = 400 * DAY;

/** The tick is alive. A silence before it that is longer than can be is a loss. */
export function beat(watch: EventWatch | undefined, now: Instant): EventWatch {
  if (!watch) return { since: now, beatAt: now, flowsSince: null, losses: [], installed: null };
  const missed = now - watch.beatAt > LONGEST_SILENCE;
  const next = { ...watch, beatAt: Math.max(now, watch.beatAt) };
  return missed ? withLoss(next, watch.beatAt, now, now) : next;
}

/**
 * What it means that this copy of the app is here: a new installation, an upgrade of the known one, or, undefined, nothing new.
 * @param said what the platform calls it; undefined: it does not say
 */
export function installationNews(
  watch: EventWatch | undefined,
  { installation, version }: Installed,
  said: 'installed' | 'upgraded' | undefined,
): 'installed' | 'upgraded' | undefined {
  const known = watch?.installed;
  if (known?.installation !== installation) return 'installed';
  if (said === 'installed' || version === known.version) return undefined;
  return said === 'upgraded' || (known.version !== null && version !== null) ? 'upgraded' : undefined;
}

/** The app was installed or upgraded: what happened since the last sign of life may be lost. The same news again changes nothing. */
export function restart(
  watch: EventWatch | undefined,
  installed: Installed,
  said: 'installed' | 'upgraded' | undefined,
  now: Instant,
): EventWatch {
  const news = installationNews(watch, installed, said);
  if (!news) return beat(watch, now);
  const next = { ...withLoss(beat(watch, now), watch?.beatAt ?? now, now, now), installed };
  return news === 'installed' ? { ...next, since: now, flowsSince: null } : next;
}

export function withLoss(watch: EventWatch, from: Instant, to: Instant, notedAt: Instant): EventWatch {
  const kept = watch.losses.filter((loss) => loss.notedAt > notedAt - KEPT);
  return to <= from ? { ...watch, losses: kept } : { ...watch, losses: [...kept, { from, to, notedAt }] };
}

/** An event was seen: from here on they are known to flow. */
export function flowing(watch: EventWatch, at: Instant): EventWatch {
  return at < watch.since || (watch.flowsSince !== null && watch.flowsSince <= at)
    ? watch
    : { ...watch, flowsSince: at };
}

/** Events told everything between the two moments: they flowed before, the tick never fell silent, and nothing was lost. */
export function areEventsTrusted(watch: EventWatch | undefined, from: Instant, to: Instant): boolean {
  if (!watch || watch.flowsSince === null) return false;
  const flowed = watch.since <= from && watch.flowsSince <= from && to - watch.beatAt <= LONGEST_SILENCE;
  return flowed && !watch.losses.some((loss) => loss.to > from && loss.from < to);
}

/** The beginning of what was lost and not made up for yet; undefined when nothing was. */
export function lostSince(watch: EventWatch | undefined, madeUpFor: Instant): Instant | undefined {
  const open = (watch?.losses ?? []).filter((loss) => loss.notedAt > madeUpFor);
  return open.length === 0 ? undefined : Math.min(...open.map((loss) => loss.from));
}

/**
 * Views are known completely from here on: what was lost of them can't be read anywhere else. Null: not at all, or they are not
 * counted (`countedFrom`).
 */
export function viewsKnownFrom(
  watch: EventWatch | undefined,
  countedFrom: Instant | null,
  gaps: readonly EventGap[],
): Instant | null {
  if (!watch || watch.flowsSince === null || countedFrom === null) return null;
  return Math.max(countedFrom, watch.since, ...watch.losses.map((loss) => loss.to), viewsMissingUpTo(gaps) ?? 0);
}
