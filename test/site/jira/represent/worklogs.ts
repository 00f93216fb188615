import type { SiteState } from '../state/site-state';
import { jiraTime } from './times';
import { byPerson } from './users';

/** A worklog without its text and duration: the data file has none. */
export function worklogBean(state: SiteState, row: number, event: number) {
  const { table } = state.issues;
  const { events } = table;
  const [id, zone] = [String(events.apiId(event)), state.data.site.timeZone];
  return {
    self: `${state.baseUrl}/rest/api/3/issue/${table.id(row)}/worklog/${id}`,
    ...byPerson(state, 'author', events.author(event)),
    ...byPerson(state, 'updateAuthor', events.editor(event)),
    created: jiraTime(events.created(event), zone),
    updated: jiraTime(events.updated(event), zone),
    started: jiraTime(events.started(event), zone),
    id,
    issueId: String(table.id(row)),
  };
}
