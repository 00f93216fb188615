import Button from '@atlaskit/button/new';
import { useNavigate } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { isResumable } from '../../components/candidate-states';
import { useFormat, type Format } from '../../components/format';
import { Row } from '../../components/layout';
import { RoleNotice, useMay } from '../../components/role-notice';
import { FrozenProfile } from './frozen-profile';
import { reclaimAddress, SELECTION_LIMIT } from './reclaim-address';
import { restoreAddress } from './restore-address';
import type { ListedCandidate } from './use-candidate-rows';

interface SelectionBarProps {
  readonly profiles: readonly ProfileView[];
  readonly ready: readonly ListedCandidate[];
  /** To be taken back, or tried again. */
  readonly chosen: readonly ListedCandidate[];
  /** To be given back. */
  readonly restorable: readonly ListedCandidate[];
  /** False while the list is being read: then nobody knows who “all” are. */
  readonly isComplete: boolean;
  readonly onSelect: (numbers: readonly string[]) => void;
}

/** From the list to the preview: of the selected people, or of everybody who is ready. */
export function SelectionBar({ profiles, ready, chosen, restorable, isComplete, onSelect }: SelectionBarProps) {
  const mayReclaim = useMay('reclaimer');
  if (mayReclaim === false) return <RoleNotice role="reclaimer" />;
  const locked = profiles.filter(({ reclaimLock }) => reclaimLock !== null);
  const open = profiles.filter(({ reclaimLock }) => reclaimLock === null);
  const free = ready.filter(({ profileId }) => open.some(({ id }) => id === profileId));
  const isChosen = chosen.length > 0 || restorable.length > 0;
  return (
    <>
      {locked.map((profile) => (
        <FrozenProfile key={profile.id} profile={profile} />
      ))}
      {free.length > 0 || isChosen ? (
        <Row>
          {isChosen ? (
            <>
              <Chosen profiles={open} chosen={chosen} />
              <RestoreChosen profiles={profiles} chosen={restorable} />
              <Button appearance="subtle" onClick={() => onSelect([])}>
                Clear selection
              </Button>
            </>
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
}

/** A preview is about one profile: each has its own operator and its own gate. */
function Chosen({ profiles, chosen }: ChosenProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const parts = inProfiles(profiles, chosen);
  return (
    <>
      {parts.map(({ profile, rows, numbers }) => (
        <Button
          key={profile.id}
          appearance="primary"
          isDisabled={numbers.length > SELECTION_LIMIT}
          onClick={() => navigate(reclaimAddress(profile.id, numbers))}
        >
          {`${chosenText(rows, parts.length > 1, format)}${parts.length > 1 ? ` of ${profile.displayName}` : ''}`}
        </Button>
      ))}
      {parts.some(({ numbers }) => numbers.length > SELECTION_LIMIT) ? (
        <span>Select at most {SELECTION_LIMIT}, or preview all.</span>
      ) : null}
    </>
  );
}

/** Says when some of them did not work last time. */
function chosenText(rows: readonly ListedCandidate[], isShort: boolean, { number }: Format): string {
  const resumed = rows.filter(isResumable).length;
  if (resumed === rows.length) return `Resume reclaim (${number(resumed)})`;
  const all = `Preview ${number(rows.length)}${isShort ? '' : ' selected'}`;
  return resumed === 0 ? all : `${all}, ${number(resumed)} resumed`;
}

/** People whose seat was taken back, to the preview of giving it back. */
function RestoreChosen({ profiles, chosen }: ChosenProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const parts = inProfiles(profiles, chosen);
  return (
    <>
      {parts.map(({ profile: { id, displayName }, numbers }) => (
        <Button
          key={id}
          isDisabled={numbers.length > SELECTION_LIMIT}
          onClick={() => navigate(restoreAddress({ profileId: id, numbers, reclaimRunId: null }))}
        >
          {parts.length > 1
            ? `Restore ${format.number(numbers.length)} of ${displayName}`
            : `Restore ${format.number(numbers.length)} selected`}
        </Button>
      ))}
      {parts.some(({ numbers }) => numbers.length > SELECTION_LIMIT) ? (
        <span>Select at most {SELECTION_LIMIT} to restore.</span>
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

function inProfiles(profiles: readonly ProfileView[], all: readonly ListedCandidate[]) {
  return profiles
    .map((profile) => ({ profile, rows: all.filter(({ profileId }) => profileId === profile.id) }))
    .filter(({ rows }) => rows.length > 0)
    .map((part) => ({ ...part, numbers: part.rows.map(({ number }) => number) }));
}
