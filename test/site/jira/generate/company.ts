import type { GroupRecord, RoleRecord, SiteRecord } from '../data/records';
import type { Prng } from '../../core/prng';

/** The demo companies: the first has the plain name, others a number. */
export const companyName = (number: number): string => (number === 1 ? 'northwind' : `northwind-${number}`);

/** The groups of the demo company by what they are for. */
export interface Groups {
  readonly software: GroupRecord;
  readonly contractors: GroupRecord;
  readonly directory: GroupRecord;
  readonly service: GroupRecord;
  readonly discovery: GroupRecord;
  readonly jiraAdmins: GroupRecord;
  readonly orgAdmins: GroupRecord;
  readonly employees: GroupRecord;
}

export function companySite(random: Prng, company: string): SiteRecord {
  return { kind: 'site', cloudId: random.uuid(), name: company, timeZone: 'Europe/Amsterdam', plan: 'standard' };
}

export function companyGroups(random: Prng, company: string): Groups {
  const group = (
    name: string,
    access: GroupRecord['access'],
    managed: GroupRecord['managed'] = 'local',
  ): GroupRecord => ({ kind: 'group', id: random.uuid(), name, managed, access });
  return {
    software: group(`jira-users-${company}`, 'user'),
    contractors: group('contractors', 'user'),
    directory: group('engineering-directory', 'user', 'idp'),
    service: group(`jira-servicemanagement-users-${company}`, 'user'),
    discovery: group(`jira-product-discovery-users-${company}`, 'user'),
    jiraAdmins: group('jira-administrators', 'admin'),
    orgAdmins: group('org-admins', 'site-admin'),
    employees: group('all-employees', 'none'),
  };
}

/** Roles with the seats the company bought: a little more than it uses, as companies do. */
export function companyRoles(groups: Groups, used: Readonly<Record<string, number>>): RoleRecord[] {
  const role = (key: string, name: string, own: readonly GroupRecord[], defaults: GroupRecord): RoleRecord => ({
    kind: 'role',
    key,
    name,
    seats: bought(used[key] ?? 0),
    groups: own.map(({ id }) => id),
    defaultGroups: [defaults.id],
  });
  const { software, contractors, directory, orgAdmins, service, discovery } = groups;
  return [
    role('jira-software', 'Jira', [software, contractors, directory, orgAdmins], software),
    role('jira-servicedesk', 'Jira Service Management', [service], service),
    role('jira-product-discovery', 'Jira Product Discovery', [discovery], discovery),
  ];
}

function bought(used: number): number {
  const step = used < 100 ? 10 : used < 1000 ? 25 : used < 10_000 ? 100 : 1000;
  return Math.ceil((used * 1.04 + 1) / step) * step;
}
