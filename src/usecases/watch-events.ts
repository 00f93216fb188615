import { beat, restart } from '../domain/event-watch';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'eventWatch' | 'clock'>;

/** The hourly tick is alive, and with it the platform that delivers product events. */
export async function noteBeat({ eventWatch, clock }: Needs): Promise<void> {
  const now = clock.now();
  await eventWatch.update((watch) => beat(watch, now));
}

/** The app was installed or upgraded: events are only believed again when they are seen to flow. */
export async function noteRestart(how: 'installed' | 'upgraded', { eventWatch, clock }: Needs): Promise<void> {
  const now = clock.now();
  await eventWatch.update((watch) => restart(watch, how, now));
}
