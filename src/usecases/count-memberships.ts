import type { GroupId } from '../domain/identifiers';
import type { Directory } from '../ports/directory';
import { inParallel } from './in-parallel';

/** How many memberships these groups have, by the size that every page tells: one cheap request per group. */
export async function countMemberships(groupIds: readonly GroupId[], directory: Directory): Promise<number> {
  const pages = await inParallel(groupIds, (groupId) => directory.readMembers(groupId, 0, 1));
  return pages.reduce((sum, page) => sum + (page.total ?? page.members.length), 0);
}
