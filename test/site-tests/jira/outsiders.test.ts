import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '../../site/jira';
import { checkAgainstDocument } from './document';
import { generated, recorded, siteOf } from './fixture';

const SCRIPT = join(__dirname, 'outsiders', 'run.mjs');

/** What the client read. Its answers are checked against its own schemas. */
interface Report {
  roles: string[];
  role: string;
  picked: number;
  members: string[];
  users: number;
  groupsOfUser: string[];
  me: string;
  found: number;
  audit: { records: number; total: number };
  bare: string[];
  full: string[];
  count: number;
  bulk: number;
  single: number;
  comments: number;
  worklogs: { ids: number; read: number };
  administers: boolean;
  sees: { global: string[]; ids: number[]; granted: { permission: string; issues: number[] }[] };
  mailed: number;
  projects: string[];
  projectRoles: { key: string; name: string; groups: string[] }[];
  schemes: { name: string; groups: string[] }[];
  removed: number;
  afterRemoval: string[];
  added: string;
  again: number;
  afterAdding: string[];
}

describe('the jira.js client against the site over HTTP', () => {
  const site = siteOf(generated());
  const { data, jira } = site;
  const software = data.groups[0];
  const member = data.users.find(({ active, groups }) => active && groups[0] === software?.id);
  const [admin] = jira.people(1);
  let report: Report;

  beforeAll(async () => {
    const { url, close } = await serve(jira);
    try {
      const args = [SCRIPT, url, admin?.email ?? '', software?.id ?? '', member?.accountId ?? ''];
      const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
      report = JSON.parse(stdout) as Report;
    } finally {
      await close();
    }
  });

  it('reads roles, groups and who the caller is', () => {
    expect(report.roles).toEqual(['jira-software', 'jira-servicedesk', 'jira-product-discovery']);
    expect(report.role).toBe('jira-software');
    expect(report.picked).toBeGreaterThan(2);
    expect(report.me).toBe(admin?.accountId);
    expect(report.administers).toBe(true);
    expect(report.found).toBe(1);
  });

  it('reads every member of a group, the app accounts among them', () => {
    const expected = data.users.filter(({ groups }) => groups.includes(software?.id ?? ''));
    expect(report.members).toHaveLength(expected.length + 1); // the app's own user is in the default groups
    expect(new Set(report.members).size).toBe(report.members.length);
    expect(report.members).toEqual(expect.arrayContaining(expected.map(({ accountId }) => accountId)));
    expect(report.users).toBe(data.users.length + 1);
    expect(report.groupsOfUser).toEqual(expect.arrayContaining(member?.groups ?? []));
  });

  it('reads the audit log', () => {
    expect(report.audit).toEqual({ records: 25, total: data.audit.length });
  });

  it('walks searches page by page', () => {
    expect(report.bare).toHaveLength(400);
    expect(new Set(report.bare).size).toBe(400);
    expect(report.full).toHaveLength(report.count);
    expect(report.count).toBeGreaterThan(20);
  });

  it('reads changes, comments and worklogs', () => {
    expect(report.bulk).toBeGreaterThan(0);
    expect(report.worklogs.ids).toBeGreaterThan(0);
    expect(report.worklogs.read).toBe(report.worklogs.ids);
    expect(report.single + report.comments).toBeGreaterThanOrEqual(0);
  });

  it('asks what somebody may see, and mails them about it', () => {
    const { global, ids, granted } = report.sees;
    expect(global).toEqual(['USER_PICKER']);
    expect(granted).toEqual([{ permission: 'BROWSE_PROJECTS', issues: ids, projects: [] }]);
    expect(report.mailed).toBe(200); // the call succeeded
    const about = { to: member?.accountId, subject: 'Your seat', text: 'Do you still need it?', html: null };
    expect(jira.mails()).toEqual([expect.objectContaining(about)]);
  });

  it('reads which groups act in the projects, and which permission schemes name them', () => {
    const known = new Set(data.groups.map(({ id }) => id));
    expect(report.projects).toHaveLength(4);
    expect(new Set(report.projectRoles.map(({ key }) => key))).toEqual(new Set(report.projects));
    expect(report.projectRoles.map(({ name }) => name)).toEqual(expect.arrayContaining(['Administrators', 'Member']));
    const named = [...report.projectRoles, ...report.schemes].flatMap(({ groups }) => groups);
    expect(named.length).toBeGreaterThan(4);
    expect(named.every((id) => known.has(id))).toBe(true);
  });

  it('removes a member and puts them back', () => {
    expect(report.removed).toBe(200);
    expect(report.afterRemoval).toHaveLength(report.members.length - 1);
    expect(report.afterRemoval).not.toContain(member?.accountId);
    expect(report.added).toBe(software?.id);
    expect(report.again).toBe(400);
    expect(report.afterAdding).toEqual(report.members);
  });

  checkAgainstDocument(() => recorded(jira));
});
