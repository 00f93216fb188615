import { withPage } from '../domain/group-reading';
import type { GroupMember, MemberPage } from '../ports/directory';
import type { Ports } from '../ports/ports';
import type { StagedMembers } from '../ports/stores';
import type { Burst } from './burst';
import { expectedMembers, type DownloadCursor, type GroupWork } from './download-cursor';

/** A page of a group's members, wherever it was read. */
export interface ReadPage extends MemberPage {
  /** Where the group is in the cursor. */
  readonly index: number;
  readonly startAt: number;
  readonly handedIn?: boolean;
}

export interface TakenPages {
  readonly groups: readonly GroupWork[];
  readonly staged: readonly StagedMembers[];
  readonly members: number;
}

/** Takes over, in their order, the pages that join up with those before; the others have to be read again. */
export function takePages(from: readonly GroupWork[], pages: readonly ReadPage[]): TakenPages {
  const groups = [...from];
  const staged: StagedMembers[] = [];
  let members = 0;
  for (const page of pages) {
    const group = groups[page.index];
    const reading = group?.reading ? withPage(group.reading, page.startAt, page) : undefined;
    if (!group || !reading) continue;
    groups[page.index] = { ...group, reading };
    staged.push(stagedOf(group, reading.attempt, page.members));
    members += page.members.length;
  }
  return { groups, staged, members };
}

/** Stores pages that were taken over, and the place. */
export async function keepPages(
  from: DownloadCursor,
  { groups, staged, members }: TakenPages,
  burst: Burst,
  { subscriptions }: Pick<Ports, 'subscriptions'>,
): Promise<DownloadCursor> {
  const part = await subscriptions.stage(from.generationId, staged);
  const cursor = { ...from, groups, parts: [...from.parts, part] };
  const done = burst.run.progress.done + members;
  burst.note({ cursor, progress: { done, total: expectedMembers(groups, done), unit: 'members' } });
  return cursor;
}

/** Apps, customers and deactivated accounts take no seat, but are counted in the group's size. */
function stagedOf({ id }: GroupWork, attempt: number, members: readonly GroupMember[]): StagedMembers {
  const isPerson = (member: GroupMember) => member.active && member.accountType === 'atlassian';
  const idsOf = (some: readonly GroupMember[]) => some.map((member) => member.accountId);
  return {
    groupId: id,
    attempt,
    accountIds: idsOf(members.filter(isPerson)),
    others: idsOf(members.filter((member) => !isPerson(member))),
  };
}
