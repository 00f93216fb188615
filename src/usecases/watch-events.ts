import { beat } from '../domain/event-watch';
import type { Ports } from '../ports/ports';

type Needs = Pick<Ports, 'eventWatch' | 'clock'>;

/** The hourly tick is alive, and with it the platform that delivers product events. */
export async function noteBeat({ eventWatch, clock }: Needs): Promise<void> {
  const now = clock.now();
  await eventWatch.update((watch) => beat(watch, now));
}
