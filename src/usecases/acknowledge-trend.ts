import type { AccountId, ProfileId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { LicensePosition, PastPosition } from '../domain/license-position';
import { explainTrend, numbersOf, trendOf, trendProblem } from '../domain/position-trend';
import { isAcknowledged, type TrendAcknowledgement } from '../domain/trend-acknowledgement';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

interface Acknowledge {
  readonly profileId: ProfileId;
  /** Of the evaluation whose numbers the caller looked at. */
  readonly evaluatedAt: Instant;
  readonly caller: AccountId;
}

/** Records that a person looked at numbers that changed abnormally and found them right; only those of the newest evaluation. */
export async function acknowledgeTrend(
  { profileId, evaluatedAt, caller }: Acknowledge,
  ports: Pick<Ports, 'profiles' | 'positions' | 'evidence' | 'clock'>,
): Promise<Outcome<{ readonly acknowledged: true }>> {
  const [profile, position, past] = await Promise.all([
    ports.profiles.find(profileId),
    ports.positions.find(profileId),
    ports.positions.listPast(profileId),
  ]);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  if (position?.at !== evaluatedAt)
    return refuse('conflict', 'Seats were judged again since you looked at the numbers. Look at the new ones.');
  const trend = trendOf(position, past);
  if (trendProblem(trend) === undefined)
    return refuse('refused', 'The numbers are as usual by now; there is nothing to confirm.');
  if (await readAcknowledgement(profileId, position, past, ports)) return done({ acknowledged: true });
  const { active, candidates } = numbersOf(position);
  const at = ports.clock.now();
  const about = { at, by: caller, subject: null, candidate: null };
  const text = `Numbers that changed abnormally were confirmed as right: ${explainTrend(trend)}`;
  const details = { profileId, evaluatedAt, now: trend.now, usual: trend.usual };
  // Told first: nothing is unlocked that is not on record.
  const name = `${profileId}.trend.${evaluatedAt}`;
  await ports.evidence.append({ kind: 'trend-acknowledged', ...about, text, details }, name);
  await ports.positions.saveAcknowledgement(profileId, { evaluatedAt, active, candidates, at, by: caller });
  return done({ acknowledged: true });
}

/** Who found these very numbers right; looked for only where they changed abnormally. */
export async function readAcknowledgement(
  profileId: ProfileId,
  position: LicensePosition,
  past: readonly PastPosition[],
  { positions }: Pick<Ports, 'positions'>,
): Promise<TrendAcknowledgement | undefined> {
  if (trendProblem(trendOf(position, past)) === undefined) return undefined;
  const known = await positions.findAcknowledgement(profileId);
  return isAcknowledged(known, position, past) ? known : undefined;
}
