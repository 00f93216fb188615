import type { ProductEvent } from '../../core/parts';
import type { Switches } from '../../core/switches';
import type { SiteState } from '../state/site-state';
import { issuePayload, person, productEvent } from './payload';

const VIEWED = 'avi:jira:viewed:issue';

/** Whether Jira sends an event of this type, of something done there; undefined: on the page of the work item. */
export function isReported(eventType: string, from: 'board' | 'list' | undefined, switches: Switches): boolean {
  const reported = switches.get('viewsReported');
  return eventType !== VIEWED || reported === 'everywhere' || (reported === 'own-page-only' && from === undefined);
}

/** Views of (after, until], oldest first, as the events they become. */
export function viewsBetween(state: SiteState, after: number, until: number): ProductEvent[] {
  const events: ProductEvent[] = [];
  if (!isReported(VIEWED, undefined, state.switches)) return events;
  const { views } = state.data;
  for (let index = firstAfter(views, after); index < views.length; index += 1) {
    const view = views[index];
    const at = view === undefined ? Number.POSITIVE_INFINITY : Date.parse(view.at);
    if (view === undefined || at > until) break;
    const row = state.issues.find(view.issue);
    if (row === undefined) continue;
    const details = { issue: issuePayload(state, row), user: person(state, view.by) };
    events.push(productEvent({ eventType: VIEWED, at, by: view.by, details }));
  }
  return events;
}

/** Position of the first view later than `after`; views are sorted by time. */
function firstAfter(views: readonly { at: string }[], after: number): number {
  let [low, high] = [0, views.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Date.parse(views[middle]?.at ?? '') <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
