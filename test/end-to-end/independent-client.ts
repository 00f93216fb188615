import type { Site } from '../site/assemble';
import { allSeats, type Person } from './ask';

export interface Member {
  readonly accountId: string;
  readonly accountType: string;
  readonly active: boolean;
}

export interface MemberAnswer {
  readonly values: readonly Member[];
  readonly total?: number;
  readonly isLast: boolean;
}

/** Reads groups over HTTP as an administrator, past the app: what the app says is compared with it. */
export function independentClient(
  { url }: Site & { readonly url: string },
  admin: Person & { readonly accountId: string },
) {
  const authorization = `Basic ${Buffer.from(`${admin.accountId}:token`).toString('base64')}`;

  async function page(groupId: string, startAt: number): Promise<MemberAnswer> {
    const path = `/rest/api/3/group/member?groupId=${groupId}&startAt=${startAt}`;
    const response = await fetch(`${url}${path}`, { headers: { authorization } });
    return (await response.json()) as MemberAnswer;
  }

  async function members(groupId: string): Promise<Member[]> {
    const all: Member[] = [];
    for (let isLast = false; !isLast;) {
      const answer = await page(groupId, all.length);
      all.push(...answer.values);
      isLast = answer.isLast;
    }
    return all;
  }

  /** Seats as the groups of the roles give them: one per person and application. */
  async function seats(groupIds: readonly string[]): Promise<string[]> {
    const { groups } = await admin.ask('listJiraGroups', {});
    const found = new Set<string>();
    for (const { id, roles } of groups.filter((group) => groupIds.includes(group.id))) {
      const people = (await members(id)).filter(({ accountType, active }) => active && accountType === 'atlassian');
      for (const { accountId } of people) for (const role of roles) found.add(`${accountId} ${role}`);
    }
    return [...found].sort();
  }

  return { page, members, seats };
}

/** The seats the app lists, in the same form. */
export async function listedSeats(admin: Person, profileId: string): Promise<string[]> {
  return (await allSeats(admin, profileId)).map(({ accountId, roleKey }) => `${accountId} ${roleKey}`).sort();
}
