import type { SiteState } from '../state/site-state';
import { jiraTime } from './times';
import { byPerson } from './users';

/** A comment without its text: the data file has none. */
export function commentBean(state: SiteState, row: number, event: number) {
  const { table } = state.issues;
  const { events } = table;
  const id = String(events.apiId(event));
  return {
    self: `${state.baseUrl}/rest/api/3/issue/${table.id(row)}/comment/${id}`,
    id,
    ...byPerson(state, 'author', events.author(event)),
    ...byPerson(state, 'updateAuthor', events.editor(event)),
    created: jiraTime(events.created(event), state.data.site.timeZone),
    updated: jiraTime(events.updated(event), state.data.site.timeZone),
    jsdPublic: true,
  };
}
