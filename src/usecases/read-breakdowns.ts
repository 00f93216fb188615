import type { LicensePosition } from '../domain/license-position';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';

/** What the last evaluation of one profile counted, and the names of what it counted by. */
export interface ProfileBreakdown {
  readonly position: LicensePosition;
  readonly generation: Generation;
}

/** The counts of all published profiles: two small reads each, whatever the number of seats. */
export async function readBreakdowns(
  ports: Pick<Ports, 'profiles' | 'positions' | 'subscriptions'>,
): Promise<ProfileBreakdown[]> {
  const published = (await ports.profiles.list()).filter(({ status }) => status === 'Published');
  const all = await Promise.all(
    published.map(async ({ id }): Promise<ProfileBreakdown[]> => {
      const [position, generation] = await Promise.all([ports.positions.find(id), ports.subscriptions.findCurrent(id)]);
      return position?.breakdown && generation ? [{ position, generation }] : [];
    }),
  );
  return all.flat();
}
