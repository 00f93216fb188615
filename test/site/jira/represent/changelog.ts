import type { SiteState } from '../state/site-state';
import { jiraTime } from './times';
import { byPerson } from './users';

/** One change of an issue. The data file does not say which fields changed, so `items` is empty. */
export function changelogEntry(state: SiteState, event: number) {
  const { events } = state.issues.table;
  return {
    id: String(events.apiId(event)),
    ...byPerson(state, 'author', events.author(event)),
    created: jiraTime(events.created(event), state.data.site.timeZone),
    items: [],
  };
}
