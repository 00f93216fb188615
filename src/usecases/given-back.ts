import type { AccountId, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { Ports } from '../ports/ports';

/** Groups that this app has begun to give back to somebody since then, with whatever seat and profile. */
export async function givenBackSince(
  accountId: AccountId,
  from: Instant,
  { evidence }: Pick<Ports, 'evidence'>,
): Promise<ReadonlySet<GroupId>> {
  const given = new Set<GroupId>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await evidence.list({ subject: accountId, kind: 'restore-intended', from, cursor });
    for (const { details } of page.entries) for (const id of groupsIn(details)) given.add(id);
    cursor = page.cursor;
  }
  return given;
}

function groupsIn({ groupIds }: Readonly<Record<string, unknown>>): GroupId[] {
  return Array.isArray(groupIds) ? groupIds.filter((id): id is GroupId => typeof id === 'string') : [];
}
