import { RecordError } from '../../core/parts';
import type { SiteData } from '../data/site-data';
import type { UserRecord } from '../data/records';
import { auditTrail } from './audit';
import { companyGroups, companyName, companyRoles, companySite, type Groups } from './company';
import { writeIssues } from './issues';
import { staff } from './people';
import { Prng } from '../../core/prng';
import { upcomingViews } from './views';

/** When a generated site starts: Monday, 2 November 2026, 09:00 UTC. */
export const GENERATED_NOW = Date.UTC(2026, 10, 2, 9);

export interface GeneratedSize {
  readonly seats: number;
  readonly issues: number;
  readonly seed: number;
  /** The second and later companies of several: which one, and the first one's people, of whom those who work there are guests here. */
  readonly beside?: { readonly number: number; readonly people: readonly UserRecord[] };
}

/** A demo company of this size; the same numbers give the same site, byte for byte. */
export function generateSite({ seats, issues, seed, beside }: GeneratedSize): SiteData {
  for (const [name, value] of Object.entries({ seats, issues, seed }))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RecordError(`${name} must be a whole number, not ${value}`);
  const random = new Prng(seed);
  const number = beside?.number ?? 1;
  const company = companyName(number);
  const site = companySite(random, company);
  const groups = companyGroups(random, company);
  const guests = (beside?.people ?? []).filter(({ accountType, active }) => accountType === 'atlassian' && active);
  const people = staff(random, groups, { seats, company, number, guests }, GENERATED_NOW);
  const table = writeIssues(random, people.seated, issues, GENERATED_NOW);
  const audit = auditTrail(random, people, groups, 120 + Math.floor(issues / 10), GENERATED_NOW);
  return {
    site,
    roles: companyRoles(groups, seatsInUse(people.everyone, groups)),
    groups: Object.values(groups),
    users: people.everyone,
    issues: table,
    audit,
    views: upcomingViews(random, people.seated, table, GENERATED_NOW),
    startsAt: GENERATED_NOW,
  };
}

function seatsInUse(users: readonly UserRecord[], groups: Groups): Record<string, number> {
  const { software, contractors, directory, orgAdmins, service, discovery } = groups;
  const count = (...ids: string[]): number =>
    users.filter(
      (user) => user.active && user.accountType === 'atlassian' && user.groups.some((id) => ids.includes(id)),
    ).length;
  return {
    'jira-software': count(software.id, contractors.id, directory.id, orgAdmins.id),
    'jira-servicedesk': count(service.id),
    'jira-product-discovery': count(discovery.id),
  };
}
