import { bucketsAcross } from '../domain/account-bucket';
import type { IntegrationProfile } from '../domain/integration-profile';
import { subscriptionsOf } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { SeatMap, type Seat } from './seat-map';

/**
 * Seats that an older published profile reads too. A person is one seat per application, whatever the number of profiles: the
 * oldest one counts and proposes it.
 */
export class SharedSeats {
  private constructor(private readonly older: readonly Generation[]) {}

  static async of(profile: IntegrationProfile, ports: Pick<Ports, 'profiles' | 'subscriptions'>): Promise<SharedSeats> {
    const profiles = await ports.profiles.list();
    const before = profiles.slice(
      0,
      profiles.findIndex((each) => each.id === profile.id),
    );
    const published = before.filter((each) => each.status === 'Published');
    const generations = await Promise.all(published.map((each) => ports.subscriptions.findCurrent(each.id)));
    return new SharedSeats(generations.filter((each): each is Generation => each !== undefined));
  }

  /** A test for the people of these buckets of a table with `buckets` buckets: is this seat counted elsewhere? */
  async inBuckets(
    wanted: readonly number[],
    buckets: number,
    { subscriptions }: Pick<Ports, 'subscriptions'>,
  ): Promise<(seat: Seat) => boolean> {
    const seats = new SeatMap<true>();
    for (const generation of this.older) {
      const parts = new Set(wanted.flatMap((bucket) => bucketsAcross(bucket, buckets, generation.buckets)));
      const read = await Promise.all([...parts].map((part) => subscriptions.readBucket(generation, part)));
      for (const holder of read.flat()) {
        for (const seat of subscriptionsOf(holder, generation.roles)) seats.set(seat, true);
      }
    }
    return (seat) => seats.has(seat);
  }
}
