import type { GroupRecord, UserRecord } from '../data/records';
import { DAY } from '../jql/time-zone';
import type { Groups } from './company';
import { COMPANY } from './company';
import { habit } from './habits';
import { APPS, personName } from './names';
import type { Person } from './person';
import type { Prng } from './prng';

export interface Staff {
  /** Everybody with a seat: administrators first. */
  readonly seated: readonly Person[];
  readonly orgAdmins: number;
  readonly admins: number;
  readonly everyone: readonly UserRecord[];
}

const NAME_SHIFT = 11;
const iso = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString();

/** The company's accounts: `seats` people with a seat, and beside them those every site has. */
export function staff(random: Prng, groups: Groups, seats: number, now: number): Staff {
  const orgAdmins = Math.min(seats, Math.max(2, Math.round(seats * 0.003)));
  const admins = Math.min(seats, orgAdmins + Math.max(2, Math.round(seats * 0.008)));
  const seated = Array.from({ length: seats }, (_, index) => {
    const rank = index < orgAdmins ? 'org-admin' : index < admins ? 'admin' : 'member';
    const { joined, lastActive, views } = habit(random, now, rank !== 'member', index === admins - 1);
    const made = person(random, index, joined, memberships(random, groups, rank));
    // Administrators are signed in with, so their addresses are never hidden.
    const user = rank === 'member' ? made : { ...made, email: emailOf(index) };
    return { user, joined, lastActive, views };
  });
  return {
    seated,
    orgAdmins,
    admins,
    everyone: [...seated.map(({ user }) => user), ...others(random, groups, seats, now)],
  };
}

function memberships(random: Prng, groups: Groups, rank: 'org-admin' | 'admin' | 'member'): GroupRecord[] {
  if (rank === 'org-admin') return [groups.orgAdmins, groups.software, groups.employees];
  if (rank === 'admin') return [groups.jiraAdmins, groups.software, groups.employees];
  const kind = random.next();
  const joined: GroupRecord[] = [];
  if (kind < 0.62) joined.push(groups.software);
  else if (kind < 0.75) joined.push(groups.contractors);
  else if (kind < 0.87) joined.push(groups.directory);
  if (kind < 0.87 && random.chance(0.06)) joined.push(kind < 0.75 ? groups.directory : groups.software); // two ways in
  if (kind >= 0.87 || random.chance(0.05)) joined.push(kind >= 0.97 ? groups.discovery : groups.service);
  if (kind < 0.4 && random.chance(0.1)) joined.push(groups.discovery);
  if (!joined.includes(groups.contractors)) joined.push(groups.employees);
  return joined;
}

/** Deactivated people, people without a seat, customers of the service desk and app accounts. */
function others(random: Prng, groups: Groups, seats: number, now: number): UserRecord[] {
  const many = (share: number): number[] => Array.from({ length: Math.ceil(seats * share) }, (_, index) => index);
  const age = (): number => now - random.between(100, 2400) * DAY;
  const gone = many(0.06).map((index) => {
    const kept = random.chance(0.5) ? [groups.software] : [];
    return { ...person(random, seats + index, age(), kept), active: false };
  });
  const unseated = many(0.03).map((index) => person(random, seats * 2 + index, age(), [groups.employees]));
  const customers = many(0.1).map((index) => {
    const user = person(random, seats * 3 + index, age(), []);
    return { ...user, accountId: `qm:${random.uuid()}:${random.uuid()}`, accountType: 'customer' as const };
  });
  const apps = APPS.map((name) => ({
    ...person(random, 0, age(), [groups.software]),
    displayName: name,
    email: null,
    accountType: 'app' as const,
  }));
  return [...gone, ...unseated, ...customers, ...apps];
}

function person(random: Prng, index: number, joined: number, groups: readonly GroupRecord[]): UserRecord {
  const { first, last } = personName(index, NAME_SHIFT);
  const accountId = random.chance(0.5) ? `712020:${random.uuid()}` : random.hex(24);
  return {
    kind: 'user',
    accountId,
    displayName: `${first} ${last}`,
    email: random.chance(0.12) ? null : emailOf(index),
    accountType: 'atlassian',
    active: true,
    created: iso(joined),
    groups: groups.map(({ id }) => id),
  };
}

function emailOf(index: number): string {
  const { first, last } = personName(index, NAME_SHIFT);
  return `${first}.${last}${index}@${COMPANY}.example`.toLowerCase();
}
