import type { AccountId, GroupId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

/** An administrator says that a group may be changed by this app again; who came back to it is forgotten. */
export async function clearExternallyManaged(
  { groupId, caller }: { groupId: GroupId; caller: AccountId },
  { settings, evidence, clock }: Pick<Ports, 'settings' | 'evidence' | 'clock'>,
): Promise<Outcome<{ cleared: true }>> {
  if (!(await settings.listExternallyManaged()).has(groupId))
    return refuse('not-found', 'This group is not marked as managed elsewhere.');
  await settings.unmarkExternallyManaged([groupId]);
  await evidence.append({
    kind: 'group-managed-cleared',
    at: clock.now(),
    by: caller,
    subject: null,
    candidate: null,
    text: 'A group may be changed by this app again.',
    details: { groupId },
  });
  return done({ cleared: true });
}
