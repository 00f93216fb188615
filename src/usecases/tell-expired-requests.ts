import { DAY } from '../domain/instant';
import { expiresAt } from '../domain/reclaim-request';
import type { Ports } from '../ports/ports';
import { readRequests, recordExpired } from './reclaim-requests';

/** Long enough for every hourly look that may fail; after that nobody asks again whether it was told. */
const LOOK_FOR = 3 * DAY;

/** Puts on record, once each, that a request for a second person ran out: otherwise only the lack of a decision would tell. */
export async function tellExpiredRequests(
  ports: Pick<Ports, 'profiles' | 'reclaimRequests' | 'runs' | 'evidence' | 'clock'>,
): Promise<void> {
  const since = ports.clock.now() - LOOK_FOR;
  for (const { id } of await ports.profiles.list()) {
    const { listed } = await readRequests(id, ports);
    const expired = listed.filter(({ request, state }) => state === 'expired' && expiresAt(request) > since);
    for (const { request } of expired) await recordExpired(request, ports);
  }
}
