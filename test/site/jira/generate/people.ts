import type { GroupRecord, UserRecord } from '../data/records';
import { DAY } from '../jql/time-zone';
import type { Groups } from './company';
import { habit } from './habits';
import { APPS, personName } from './names';
import type { Person } from './person';
import type { Prng } from '../../core/prng';

export interface Staff {
  /** Everybody with a seat: administrators first. */
  readonly seated: readonly Person[];
  readonly orgAdmins: number;
  readonly admins: number;
  readonly everyone: readonly UserRecord[];
}

/** Whom a demo company employs. */
export interface Headcount {
  /** People with a seat, `guests` not counted. */
  readonly seats: number;
  /** Name of the company, for its addresses. */
  readonly company: string;
  /** Which of the demo companies: each has people with other names. */
  readonly number: number;
  /** People of another site who have a seat here, too. */
  readonly guests: readonly UserRecord[];
}

const NAME_SHIFT = 11;
const NAME_SHIFT_OF_NEXT = 13;
const iso = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString();

/** The company's accounts: `seats` people with a seat, then guests, and beside them those every site has. */
export function staff(random: Prng, groups: Groups, count: Headcount, now: number): Staff {
  const { seats, guests } = count;
  const orgAdmins = Math.min(seats, Math.max(2, Math.round(seats * 0.003)));
  const admins = Math.min(seats, orgAdmins + Math.max(2, Math.round(seats * 0.008)));
  const own = Array.from({ length: seats }, (_, index) => {
    const rank = index < orgAdmins ? 'org-admin' : index < admins ? 'admin' : 'member';
    const { joined, lastActive, views } = habit(random, now, rank !== 'member', index === admins - 1);
    const made = person(random, count, index, joined, memberships(random, groups, rank));
    // Administrators are signed in with, so their addresses are never hidden.
    const user = rank === 'member' ? made : { ...made, email: emailOf(count, index) };
    return { user, joined, lastActive, views };
  });
  const seated = [...own, ...guests.map((record) => guest(random, groups, record, now))];
  return {
    seated,
    orgAdmins,
    admins,
    everyone: [...seated.map(({ user }) => user), ...others(random, groups, count, now)],
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
function others(random: Prng, groups: Groups, count: Headcount, now: number): UserRecord[] {
  const { seats } = count;
  const many = (share: number): number[] => Array.from({ length: Math.ceil(seats * share) }, (_, index) => index);
  const age = (): number => now - random.between(100, 2400) * DAY;
  const gone = many(0.06).map((index) => {
    const kept = random.chance(0.5) ? [groups.software] : [];
    return { ...person(random, count, seats + index, age(), kept), active: false };
  });
  const unseated = many(0.03).map((index) => person(random, count, seats * 2 + index, age(), [groups.employees]));
  const customers = many(0.1).map((index) => {
    const user = person(random, count, seats * 3 + index, age(), []);
    return { ...user, accountId: `qm:${random.uuid()}:${random.uuid()}`, accountType: 'customer' as const };
  });
  const apps = APPS.map((name) => ({
    ...person(random, count, 0, age(), [groups.software]),
    displayName: name,
    email: null,
    accountType: 'app' as const,
  }));
  return [...gone, ...unseated, ...customers, ...apps];
}

/** Somebody who works for another company, too: the account is the same everywhere, its groups are this site's. */
function guest(random: Prng, groups: Groups, record: UserRecord, now: number): Person {
  const { joined, lastActive, views } = habit(random, now, false, false);
  const memberOf = memberships(random, groups, 'member').map(({ id }) => id);
  const { kind, accountId, displayName, email, accountType, active } = record;
  const user = { kind, accountId, displayName, email, accountType, active, created: iso(joined), groups: memberOf };
  return { user, joined, lastActive, views };
}

function person(
  random: Prng,
  count: Headcount,
  index: number,
  joined: number,
  groups: readonly GroupRecord[],
): UserRecord {
  const { first, last } = nameOf(count, index);
  const accountId = random.chance(0.5) ? `712020:${random.uuid()}` : random.hex(24);
  return {
    kind: 'user',
    accountId,
    displayName: `${first} ${last}`,
    email: random.chance(0.12) ? null : emailOf(count, index),
    accountType: 'atlassian',
    active: true,
    created: iso(joined),
    groups: groups.map(({ id }) => id),
  };
}

function nameOf({ number }: Headcount, index: number): { first: string; last: string } {
  return personName(index, NAME_SHIFT + (number - 1) * NAME_SHIFT_OF_NEXT);
}

function emailOf(count: Headcount, index: number): string {
  const { first, last } = nameOf(count, index);
  return `${first}.${last}${index}@${count.company}.example`.toLowerCase();
}
