import { callAhead } from './api/call';
import { listedProfiles } from './components/listed-profiles';
import { routeOf } from './routes';

interface Address {
  readonly pathname: string;
  readonly search: string;
}

/**
 * Begins to load the page of an address, and asks what it will ask first, while the rest of the app's code is still on the way.
 * Nothing depends on it: a page asks itself what was not asked here.
 */
export function lookAhead({ pathname, search }: Address): void {
  const route = routeOf(pathname);
  void route?.load().catch((error: unknown) => console.warn(error));
  void askAhead(route?.path, new URLSearchParams(search).get('profile')).catch((error: unknown) => console.warn(error));
}

async function askAhead(path: string | undefined, profileId: string | null): Promise<void> {
  if (path === '/overview') await callAhead('getOverview', {});
  if (path !== '/removal-candidates' && path !== '/subscriptions/:account?') return;
  const { profiles } = await callAhead('listProfiles', {});
  const ids = listedProfiles(profiles, profileId).map(({ id }) => id);
  if (path === '/subscriptions/:account?')
    for (const id of ids) void callAhead('getSubscriptionTable', { profileId: id });
  // The first bucket has the rows that are shown first; it also tells how many there are.
  else for (const id of ids.slice(0, 1)) void callAhead('readCandidateBucket', { profileId: id, bucket: 0 });
}
