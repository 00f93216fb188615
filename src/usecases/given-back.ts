import { RECORDED_WITHIN, type GivenBack } from '../domain/access-given';
import type { EvidenceEntry, EvidenceKind } from '../domain/evidence';
import type { AccountId, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { accountOf, pseudonymsIn } from '../domain/privacy/pseudonym';
import type { Ports } from '../ports/ports';
import type { EvidenceFilter } from '../ports/stores';

/** Groups that this app has begun to give back to somebody since then, with whatever seat and profile. */
export async function givenBackSince(
  accountId: AccountId,
  from: Instant,
  { evidence }: Pick<Ports, 'evidence'>,
): Promise<ReadonlySet<GroupId>> {
  const entries = await listAll({ subject: accountId, kind: 'restore-intended', from }, evidence);
  return new Set(entries.flatMap(groupsGivenBack));
}

/** Kinds of entries that tell of a group that was given back: by a restore, or because a removal was undone. */
const TELLING: readonly EvidenceKind[] = [
  'restore-intended',
  'restore-done',
  'restore-failed',
  'reclaim-failed',
  'reclaim-kept',
];

/**
 * What this app gave back from a moment on, so that the audit log's words about it are not taken for access that was given anew.
 * @param subject one person; undefined: everybody
 */
export async function listGivenBack(
  { from, subject }: { readonly from: Instant; readonly subject?: AccountId },
  { evidence, people }: Pick<Ports, 'evidence' | 'people'>,
): Promise<readonly GivenBack[]> {
  const filter = { subject, from: from - RECORDED_WITHIN };
  const entries = (await Promise.all(TELLING.map((kind) => listAll({ ...filter, kind }, evidence)))).flat();
  const accounts = await people.accountsOf(pseudonymsIn(entries.map((entry) => entry.subject)));
  return entries.flatMap((entry) => {
    const accountId = entry.subject === null ? undefined : accountOf(entry.subject, accounts);
    if (accountId === undefined) return [];
    return groupsGivenBack(entry).map((groupId) => ({ accountId, groupId, at: entry.at }));
  });
}

async function listAll(filter: EvidenceFilter, evidence: Ports['evidence']): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await evidence.list({ ...filter, cursor });
    entries.push(...page.entries);
    cursor = page.cursor;
  }
  return entries;
}

/** A restore names what it gives back; a removal that came to nothing what it had taken, without what stayed away. */
function groupsGivenBack({ kind, details }: EvidenceEntry): GroupId[] {
  const { groupIds, removed, removing, taken, givenBack, stuck } = details;
  // With a code nothing was given back.
  if (kind.startsWith('restore')) return details['code'] === undefined ? groupsIn(groupIds) : [];
  const away = groupsIn(stuck);
  return [removed, removing, taken, givenBack].flatMap(groupsIn).filter((id) => !away.includes(id));
}

function groupsIn(list: unknown): GroupId[] {
  return Array.isArray(list) ? list.filter((id): id is GroupId => typeof id === 'string') : [];
}
