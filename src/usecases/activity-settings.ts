import type { AccountId } from '../domain/identifiers';
import {
  counting,
  estimateViewCost,
  withCounting,
  type ActivitySettings,
  type ViewCost,
} from '../domain/view-counting';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

export type CountedViews = ActivitySettings & { readonly cost: ViewCost };

type Reads = Pick<Ports, 'activitySettings' | 'profiles' | 'subscriptions' | 'positions'>;

/** Whether views are counted, since when, and what that is expected to cost. */
export async function readActivitySettings(ports: Reads): Promise<CountedViews> {
  const [settings, cost] = await Promise.all([ports.activitySettings.find(), readCost(ports)]);
  return { ...settings, cost };
}

/** From the people of the downloads, and the share of seats that the last evaluations found active; all of them before the first. */
async function readCost({ profiles, subscriptions, positions }: Reads): Promise<ViewCost> {
  const ids = (await profiles.list()).map(({ id }) => id);
  const [generations, numbers] = await Promise.all([
    Promise.all(ids.map((id) => subscriptions.findCurrent(id))),
    Promise.all(ids.map((id) => positions.find(id))),
  ]);
  const people = generations.reduce((sum, generation) => sum + (generation?.people ?? 0), 0);
  const roles = numbers.flatMap((position) => position?.byRole ?? []);
  const [seats, active] = [sumOf(roles.map((role) => role.seats)), sumOf(roles.map((role) => role.active))];
  return estimateViewCost(people, seats === 0 ? 1 : active / seats);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** Switches the counting of views; recorded, because rules judge by it. */
export async function saveActivitySettings(
  { caller, revision, countViews }: { caller: AccountId; revision: number; countViews: boolean },
  ports: Reads & Pick<Ports, 'evidence' | 'clock'>,
): Promise<Outcome<CountedViews>> {
  try {
    const now = ports.clock.now();
    const before = await ports.activitySettings.find();
    const wanted = withCounting({ ...before, revision }, countViews, now);
    await ports.activitySettings.replace(wanted);
    await ports.evidence.append({
      kind: 'activity-settings-saved',
      at: now,
      by: caller,
      subject: null,
      candidate: null,
      text: countViews ? 'Views of work items are counted.' : 'Views of work items are not counted any more.',
      details: { before: before.countViews, countViews, viewsFrom: wanted.viewsFrom },
    });
    return done(await readActivitySettings(ports));
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else changed this setting. Look at it again and make your change anew.');
  }
}

/** Notes from when views are known, when that is not known yet. Whoever is second changes nothing. */
export async function beginCounting(
  settings: ActivitySettings,
  { activitySettings, clock }: Pick<Ports, 'activitySettings' | 'clock'>,
): Promise<ActivitySettings> {
  const begun = counting(settings, clock.now());
  if (begun === settings) return settings;
  try {
    return await activitySettings.replace(begun);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return activitySettings.find();
  }
}
