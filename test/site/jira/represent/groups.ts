import type { GroupRecord } from '../data/records';
import type { SiteState } from '../state/site-state';

/** A group as most answers name it (Jira's `GroupName`). */
export function groupName({ baseUrl }: SiteState, { id, name }: GroupRecord) {
  return { name, groupId: id, self: `${baseUrl}/rest/api/3/group?groupId=${encodeURIComponent(id)}` };
}
