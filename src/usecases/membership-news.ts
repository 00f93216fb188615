import type { AccountId, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { JiraGroup } from '../domain/jira-group';
import type { MembershipChange } from '../domain/membership-change';
import { accountOf, pseudonymsIn } from '../domain/privacy/pseudonym';
import type { DirectoryChange } from '../ports/directory';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { inParallel } from './in-parallel';

export interface NewsRequest {
  readonly groups: readonly JiraGroup[];
  readonly since: Instant;
  /** Sizes were asked for from here on: what happened later may or may not be in them. */
  readonly settlingSince: Instant;
  readonly isKnown: (accountId: AccountId) => boolean;
}

/** Who joined and left, as far as it can be known without reading the groups. */
export interface News {
  /** Changes that it told of; null when the audit log can't be read or holds too much. */
  readonly audited: number | null;
  readonly changes: readonly MembershipChange[];
  /** Groups that changed while their sizes were asked for. */
  readonly late: ReadonlySet<GroupId>;
  /** Groups about which the log says something that isn't understood: only reading them tells who is in them. */
  readonly doubtful: ReadonlySet<GroupId>;
}

type Needs = Pick<Ports, 'directory' | 'evidence' | 'people' | 'clock'>;
const NO_GROUPS: ReadonlySet<GroupId> = new Set();
export const NO_NEWS: News = { audited: 0, changes: [], late: NO_GROUPS, doubtful: NO_GROUPS };

/** People whose accounts changed are looked up one by one; more than this are left to the groups' sizes. */
const MOST_LOOKED_UP = 20;

/** Reads the audit log; where there is none, what this app removed itself is all that is known. */
export async function readNews(request: NewsRequest, ports: Needs): Promise<News> {
  try {
    const { changes, complete } = await ports.directory.readChanges(request.since, ports.clock.now());
    if (complete) return await digest(changes, request, ports);
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
  }
  return { audited: null, changes: await readOwnRemovals(request, ports), late: NO_GROUPS, doubtful: NO_GROUPS };
}

async function digest(changes: readonly DirectoryChange[], request: NewsRequest, ports: Needs): Promise<News> {
  const memberships = changes.flatMap((change) => membershipChange(change, request.groups));
  const unknown = new Set(
    memberships.filter(({ joined, accountId }) => joined && !request.isKnown(accountId)).map((each) => each.accountId),
  );
  const strangers = await withoutSeats([...unknown], ports);
  const accounts = await lookUp(changes, request, ports);
  const unclear = changes.filter(({ group, joined }) => group !== null && joined === null);
  const groupsOf = (some: readonly DirectoryChange[]) => new Set(some.flatMap((each) => groupOf(each, request.groups)));
  const late = groupsOf(changes.filter(({ at }) => at >= request.settlingSince));
  // What Jira says about a person now comes last: it outweighs what happened before.
  const told = memberships.filter(({ accountId }) => !strangers.has(accountId));
  const doubtful = accounts ? NO_GROUPS : groupsOf(unclear);
  return { audited: told.length, changes: [...told, ...(accounts ?? [])], late, doubtful };
}

function membershipChange(change: DirectoryChange, groups: readonly JiraGroup[]): MembershipChange[] {
  const { at, accountId, joined } = change;
  if (joined === null) return [];
  return groupOf(change, groups).map((groupId) => ({ at, groupId, accountId, joined }));
}

function groupOf({ group: named }: DirectoryChange, groups: readonly JiraGroup[]): GroupId[] {
  if (!named) return [];
  const group = groups.find(({ id }) => id === named.id) ?? groups.find(({ name }) => name === named.name);
  return group ? [group.id] : [];
}

/** Those of these accounts that take no seat: apps, customers, deactivated and deleted ones. */
async function withoutSeats(accountIds: readonly AccountId[], { directory }: Needs): Promise<ReadonlySet<AccountId>> {
  if (accountIds.length === 0) return new Set();
  const found = await directory.findAccounts(accountIds);
  const people = new Set(
    found.filter(({ active, accountType }) => active && accountType === 'atlassian').map((each) => each.accountId),
  );
  return new Set(accountIds.filter((accountId) => !people.has(accountId)));
}

/** Where the people are now whose accounts were changed, or of whom the log says what isn't understood; undefined: too many. */
async function lookUp(
  changes: readonly DirectoryChange[],
  { groups }: NewsRequest,
  { directory }: Needs,
): Promise<MembershipChange[] | undefined> {
  const lastChange = new Map(
    changes.filter(({ group, joined }) => !group || joined === null).map(({ accountId, at }) => [accountId, at]),
  );
  if (lastChange.size > MOST_LOOKED_UP) return undefined;
  const told = await inParallel([...lastChange], async ([accountId, at]) => {
    const person = await directory.findPerson(accountId);
    const takesSeat = person?.active === true && person.accountType === 'atlassian';
    return groups.map(({ id }) => ({
      at,
      groupId: id,
      accountId,
      joined: takesSeat && person.groupIds.includes(id),
    }));
  });
  return told.flat();
}

async function readOwnRemovals({ groups, since }: NewsRequest, ports: Needs): Promise<MembershipChange[]> {
  const ids = new Set(groups.map(({ id }) => id));
  const removals: MembershipChange[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = await ports.evidence.list({ cursor });
    const accounts = await ports.people.accountsOf(pseudonymsIn(page.entries.map(({ subject }) => subject)));
    for (const { kind, at, subject, details } of page.entries) {
      if (kind !== 'reclaim-done' || subject === null || at < since) continue;
      const groupIds = Array.isArray(details['groupIds']) ? (details['groupIds'] as unknown[]) : [];
      for (const groupId of groupIds) {
        if (typeof groupId !== 'string' || !ids.has(groupId)) continue;
        const accountId = accountOf(subject, accounts);
        if (accountId !== undefined) removals.push({ at, groupId, accountId, joined: false });
      }
    }
    cursor = page.cursor;
    more = cursor !== undefined && (page.entries.at(-1)?.at ?? 0) >= since;
  }
  return removals.reverse();
}
