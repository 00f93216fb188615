import type { AccountId, CandidateNumber, GroupId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { explainManaged, type ManagedGroup } from '../domain/managed-group';
import type { Ports } from '../ports/ports';
import type { SeatChange } from './record-seat-change';

type Needs = Pick<Ports, 'settings' | 'evidence'>;

/** Who found out that somebody else decides about a group's members, when, and by which removal. */
export interface Finding {
  readonly groupId: GroupId;
  readonly because: ManagedGroup['because'];
  readonly by: AccountId | null;
  readonly at: Instant;
  readonly candidate: CandidateNumber;
  readonly details?: Readonly<Record<string, unknown>>;
  /** A burst that is repeated tells it once. */
  readonly name: string;
}

/** Counts a group as managed elsewhere from now on, and puts that on record; nothing where it does already. */
export async function markManaged(finding: Finding, { settings, evidence }: Needs): Promise<void> {
  const { groupId, because, by, at, candidate, details, name } = finding;
  if ((await settings.listExternallyManaged()).has(groupId)) return;
  // Told first: whoever finds the group marked does not look at it again.
  await evidence.append(
    {
      kind: 'group-managed',
      at,
      by,
      subject: null,
      candidate,
      text: `A group counts as managed elsewhere from now on. ${explainManaged({ because })}`,
      details: { groupId, because, ...details },
    },
    `${name}.group-managed.${groupId}`,
  );
  await settings.markExternallyManaged([groupId], { because, since: at });
}

/** Jira refused to change a group for everybody who may: whoever manages it has to. */
export async function markRefused(
  groupId: GroupId,
  { candidate, as, caller }: SeatChange,
  ports: Needs & Pick<Ports, 'clock'>,
): Promise<void> {
  const { number, attempts } = candidate;
  const by = as.kind === 'operator' ? as.accountId : caller;
  const found = { groupId, because: 'refused', by, at: ports.clock.now(), candidate: number } as const;
  await markManaged({ ...found, name: `${number}.${attempts}` }, ports);
}

/** Jira let somebody change groups that it had refused to change: they are no longer managed elsewhere. */
export async function unmarkManaged(
  groupIds: readonly GroupId[],
  { by, at, candidate }: Pick<Finding, 'by' | 'at' | 'candidate'>,
  { settings, evidence }: Needs,
): Promise<void> {
  if (groupIds.length === 0) return;
  await settings.unmarkExternallyManaged(groupIds);
  for (const groupId of groupIds) {
    const text = 'A group may be changed by this app again: Jira let it be changed.';
    const details = { groupId, because: 'changed' };
    await evidence.append({ kind: 'group-managed-cleared', at, by, subject: null, candidate, text, details });
  }
}
