import { z } from 'zod';
import { unreadMember } from '../../domain/unread-member';
import type { GroupMember } from '../../ports/directory';

const Named = z.object({ accountId: z.string().min(1) });
const Member = Named.extend({ accountType: z.string().min(1), active: z.boolean() });

/** The id that Jira gives to everybody it can't identify. */
const NOBODY_KNOWN = 'unknown';

/** The members on a page. One that can't be understood still counts in the group's size, so it is listed as unread. */
export function readMembers(list: readonly unknown[], startAt: number): GroupMember[] {
  return list.map((element, index) => {
    const { data } = Member.safeParse(element);
    if (data && data.accountId !== NOBODY_KNOWN) return data;
    const accountId = Named.safeParse(element).data?.accountId ?? NOBODY_KNOWN;
    const named = accountId === NOBODY_KNOWN ? null : accountId;
    return { accountId: unreadMember(named, startAt + index), accountType: 'unread', active: false };
  });
}
