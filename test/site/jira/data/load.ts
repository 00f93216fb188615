import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RecordError } from '../../core/parts';
import { checkReferences, type Numbered } from './check-references';
import { IssueTable } from './issue-table';
import { newestEvent } from './newest-event';
import { kindOf, parseRecord } from './parse-record';
import type { AuditRecord, GroupRecord, IssueRecord, RoleRecord, SiteRecord, UserRecord, ViewRecord } from './records';
import type { SiteData } from './site-data';

/** Reads a data file (NDJSON, `.gz` allowed). Throws RecordError with line number, field and reason. */
export function loadDataFile(path: string): SiteData {
  return parseDataFile(readText(path));
}

/** Builds a site from the text of a data file. Throws RecordError with line number, field and reason. */
export function parseDataFile(content: string): SiteData {
  const read: Numbered = { site: [], role: [], group: [], user: [], issue: [], audit: [], view: [] };
  content.split('\n').forEach((line, index) => {
    if (line.trim() !== '') readLine(read, line, index + 1);
  });
  checkReferences(read);
  return assemble(read);
}

function readText(path: string): string {
  try {
    const file = readFileSync(path);
    const zipped = file[0] === 0x1f && file[1] === 0x8b;
    return (zipped ? gunzipSync(file) : file).toString('utf8');
  } catch (error) {
    throw new RecordError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readLine(read: Numbered, line: string, number: number): void {
  const where = `line ${number}: `;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RecordError(`${where}not JSON`);
  }
  const kind = kindOf(value, where);
  const lines = read[kind] as { line: number; record: unknown }[];
  lines.push({ line: number, record: parseRecord(kind, value, where) });
}

function assemble(read: Numbered): SiteData {
  const records = <R>(lines: readonly { record: R }[]): R[] => lines.map(({ record }) => record);
  const issues = IssueTable.empty();
  const users = records<UserRecord>(read.user);
  for (const { accountId } of users) issues.accounts.indexOf(accountId);
  for (const issue of records<IssueRecord>(read.issue)) issues.append(issue);
  const [site] = records<SiteRecord>(read.site);
  if (site === undefined) throw new RecordError('the file has no record of kind site');
  const views = records<ViewRecord>(read.view).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const audit = records<AuditRecord>(read.audit);
  return {
    site,
    roles: records<RoleRecord>(read.role),
    groups: records<GroupRecord>(read.group),
    users,
    issues,
    audit,
    views,
    startsAt: newestEvent(users, issues, audit),
  };
}
