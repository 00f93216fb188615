import SectionMessage from '@atlaskit/section-message';
import type { CandidateView } from '../../../../../src/shared/contract';
import { GroupTags } from '../../components/group-tags';
import { Moment } from '../../components/moment';
import { isClosed } from '../../components/candidate-states';
import { SafetyGate } from '../../components/safety-gate';
import { SEAT_BACK } from './outcomes';
import { useGroupNames } from './use-group-names';
import { REASONS } from './worklist-reasons';

/** What became of a removal since, and what stands in its way. */
export function CandidateNews({ candidate }: { readonly candidate: CandidateView }) {
  const named = useGroupNames(candidate.profileId);
  const { restored, returned, blocked, state } = candidate;
  return (
    <>
      {restored ? (
        <SectionMessage
          appearance={restored.missing.length > 0 || restored.seatBack !== 'proven' ? 'warning' : 'success'}
          title={restored.missing.length > 0 ? 'Partly restored' : 'Restored'}
        >
          <p>
            The removed groups were given back <Moment at={restored.at} />. {SEAT_BACK[restored.seatBack]}
          </p>
          <GroupTags names={named(restored.groupIds)} />
        </SectionMessage>
      ) : null}
      {returned ? (
        <SectionMessage appearance="warning" title="Re-added">
          <p>
            The person was found in a group that gives this seat <Moment at={returned.at} />, although nobody restored
            them with this app. An identity provider, a default group or somebody else put them back.
          </p>
          <GroupTags names={named(returned.groupIds)} />
        </SectionMessage>
      ) : null}
      {blocked && !isClosed(state) ? (
        <SectionMessage appearance="warning" title="This seat can’t be freed here">
          <p>{REASONS[blocked.kind]}. Removing only the other groups would free nothing, so nothing is removed.</p>
          <GroupTags names={named(blocked.groupIds)} />
        </SectionMessage>
      ) : null}
      {isClosed(state) || candidate.frozen ? null : (
        <SafetyGate profileId={candidate.profileId} roleKeys={[candidate.roleKey]} isForOne />
      )}
    </>
  );
}
