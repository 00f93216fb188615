import type { AccountId, GroupId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { Ports } from '../ports/ports';
import { readCandidateTable } from './candidate-table';
import { mendNow } from './mend-blocked';
import { done, refuse, type Outcome } from './outcome';
import { recordMended } from './record-decisions';

type Needs = Pick<Ports, 'settings' | 'evidence' | 'clock' | 'profiles' | 'candidates' | 'promises' | 'sha256'>;

/**
 * An administrator says that a group may be changed by this app again; who came back to it is forgotten. Candidates that waited
 * for nothing else are ready again.
 */
export async function clearExternallyManaged(
  { groupId, caller }: { groupId: GroupId; caller: AccountId },
  ports: Needs,
): Promise<Outcome<{ cleared: true }>> {
  const { settings, evidence, clock } = ports;
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
  for (const profile of await ports.profiles.list())
    if (profile.groupIds.includes(groupId)) await mendIn(profile, caller, ports);
  return done({ cleared: true });
}

async function mendIn({ id, groupIds }: IntegrationProfile, by: AccountId, ports: Needs): Promise<void> {
  const lines = await readCandidateTable(id, ports.candidates);
  const mended = await mendNow({ profileId: id, selected: groupIds, lines }, by, ports);
  const decision = { who: 'Letting a group be changed again', by, profileId: id, runId: null, at: ports.clock.now() };
  await recordMended(decision, mended, ports);
}
