import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { RoleNotice, useMay } from '../../components/role-notice';
import { FrozenProfile } from './frozen-profile';
import { reclaimAddress, SELECTION_LIMIT } from './reclaim-address';
import type { ListedCandidate } from './use-candidate-rows';

interface SelectionBarProps {
  readonly profiles: readonly ProfileView[];
  readonly ready: readonly ListedCandidate[];
  readonly chosen: readonly ListedCandidate[];
  /** False while the list is being read: then nobody knows who “all” are. */
  readonly isComplete: boolean;
  readonly onSelect: (numbers: readonly string[]) => void;
}

/** From the list to the preview: of the selected people, or of everybody who is ready. */
export function SelectionBar({ profiles, ready, chosen, isComplete, onSelect }: SelectionBarProps) {
  const mayReclaim = useMay('reclaimer');
  if (mayReclaim === false) return <RoleNotice role="reclaimer" />;
  const locked = profiles.filter(({ reclaimLock }) => reclaimLock !== null);
  const open = profiles.filter(({ reclaimLock }) => reclaimLock === null);
  const free = ready.filter(({ profileId }) => open.some(({ id }) => id === profileId));
  return (
    <>
      {locked.map((profile) => (
        <FrozenProfile key={profile.id} profile={profile} />
      ))}
      {free.length > 0 ? (
        <Row>
          {chosen.length > 0 ? (
            <Chosen profiles={open} chosen={chosen} onClear={() => onSelect([])} />
          ) : (
            <Button
              isDisabled={!isComplete}
              onClick={() => onSelect(free.slice(0, SELECTION_LIMIT).map(({ number }) => number))}
            >
              {free.length > SELECTION_LIMIT ? `Select the first ${SELECTION_LIMIT}` : 'Select all that are ready'}
            </Button>
          )}
          <AllReady profiles={open} ready={free} isDisabled={!isComplete} />
        </Row>
      ) : null}
    </>
  );
}

interface ChosenProps {
  readonly profiles: readonly ProfileView[];
  readonly chosen: readonly ListedCandidate[];
  readonly onClear: () => void;
}

/** A preview is about one profile: each has its own operator and its own gate. */
function Chosen({ profiles, chosen, onClear }: ChosenProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const parts = inProfiles(profiles, chosen);
  return (
    <>
      {parts.map(({ profile, numbers }) => (
        <Button
          key={profile.id}
          appearance="primary"
          isDisabled={numbers.length > SELECTION_LIMIT}
          onClick={() => navigate(reclaimAddress(profile.id, numbers))}
        >
          {parts.length > 1
            ? `Preview ${format.number(numbers.length)} of ${profile.displayName}`
            : `Preview ${format.number(numbers.length)} selected`}
        </Button>
      ))}
      <Button appearance="subtle" onClick={onClear}>
        Clear selection
      </Button>
      {parts.some(({ numbers }) => numbers.length > SELECTION_LIMIT) ? (
        <span>Select at most {SELECTION_LIMIT}, or preview all.</span>
      ) : null}
    </>
  );
}

/** So many profiles have a button of their own; with more, one is chosen with the filter first. */
const BUTTONS = 3;

interface AllReadyProps {
  readonly profiles: readonly ProfileView[];
  readonly ready: readonly ListedCandidate[];
  readonly isDisabled: boolean;
}

function AllReady({ profiles, ready, isDisabled }: AllReadyProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const parts = inProfiles(profiles, ready);
  if (parts.length > BUTTONS) return <span>Choose a profile to preview everybody in it.</span>;
  return (
    <>
      {parts.map(({ profile, numbers }) => (
        <Button
          key={profile.id}
          isDisabled={isDisabled}
          onClick={() => navigate(reclaimAddress(profile.id, 'all-ready'))}
        >
          {parts.length > 1
            ? `Preview all ${format.number(numbers.length)} of ${profile.displayName}`
            : `Preview all ${format.number(numbers.length)} ready`}
        </Button>
      ))}
    </>
  );
}

function inProfiles(profiles: readonly ProfileView[], rows: readonly ListedCandidate[]) {
  return profiles
    .map((profile) => ({
      profile,
      numbers: rows.filter(({ profileId }) => profileId === profile.id).map(({ number }) => number),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}
