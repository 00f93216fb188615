import type { SiteData } from './site-data';

/** The data file of a site, line by line: large sites do not fit in one string. */
export function* siteLines(data: SiteData): Generator<string> {
  yield JSON.stringify(data.site);
  for (const record of [...data.roles, ...data.groups]) yield JSON.stringify(record);
  for (const user of data.users) yield JSON.stringify(user);
  for (let row = 0; row < data.issues.rows; row += 1) yield JSON.stringify(data.issues.record(row));
  for (const record of data.audit) yield JSON.stringify(record);
  for (const view of data.views) yield JSON.stringify(view);
}

/** The data file of a site as one string: two sites are the same exactly when these are. */
export function serializeSite(data: SiteData): string {
  return `${[...siteLines(data)].join('\n')}\n`;
}
