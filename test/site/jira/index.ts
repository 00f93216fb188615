export { defaultNow } from './data/default-now';
export { loadDataFile, parseDataFile } from './data/load';
export { serializeSite, siteLines } from './data/serialize';
export type { SiteData } from './data/site-data';
export { SCOPES } from './door/scope-table';
export { generateSite, GENERATED_NOW } from './generate';
export { jiraListener, serve, type HttpOptions } from './http';
export { JiraSite, type JiraSiteParts } from './jira-site';
export { APP_ACCOUNT_ID } from './state/app-user';
