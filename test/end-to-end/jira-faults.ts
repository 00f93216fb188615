import { isThorough } from '../fakes/thorough';
import type { Fault } from '../site/core/faults';

/**
 * Every kind of fault that the site can inject into a call to Jira, one list for removals and restores by a click and in the
 * background. A status is answered by the fault alone, so a success among them is one that did nothing.
 */
export const FAULTS: Readonly<Record<string, Fault>> = {
  '400': { status: 400 },
  '401': { status: 401 },
  '403': { status: 403 },
  '404': { status: 404 },
  // The app waits short pauses out inside the function, in real time: this one costs the test none.
  'a pause that is over': { status: 429, headers: { 'retry-after': '0' } },
  'a pause of a minute': { status: 429, headers: { 'retry-after': '60' } },
  'points used up': { status: 429, headers: { 'retry-after': '1800', 'ratelimit-reason': 'jira-quota-global-based' } },
  '500': { status: 500 },
  '503': { status: 503 },
  'a malformed answer': { status: 200, body: { unexpected: true } },
  'an answer that is not JSON': { status: 200, body: '<html>Sign in</html>' },
  'a success that did nothing': { status: 204 },
  'a cut connection': { drop: true },
  'a late answer': { delayMs: 25 },
  'a death before': { killFunction: 'before' },
  'a death after': { killFunction: 'after' },
};

/** In the background nobody's permission is asked for. */
const BY_CLICK_ONLY = 'GET /rest/api/3/mypermissions';

/** How somebody is removed or restored. */
type Door = 'by a click' | 'in the background';

/**
 * The faults that a call (`GET /rest/…`, for the nth time) meets at one door: every second kind, and the others the next time or at
 * the other door. So a check tries every kind at every call; a thorough one does at either door.
 */
export function triedAt(call: string, nth: number, door: Door): [string, Fault][] {
  const first = nth + call.length + (door === 'by a click' ? 0 : 1);
  return Object.entries(FAULTS).filter((_, kind) => isThorough || call === BY_CLICK_ONLY || (kind + first) % 2 === 0);
}
