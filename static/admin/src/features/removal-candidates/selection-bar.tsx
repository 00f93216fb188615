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
              <Chosen profiles={profiles} open={open} chosen={chosen} restorable={restorable} />
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

interface ButtonsProps {
  readonly profiles: readonly ProfileView[];
  readonly rows: readonly ListedCandidate[];
  /** `isAlone`: no other profile has a button beside it. */
  readonly text: (rows: readonly ListedCandidate[], isAlone: boolean) => string;
  readonly addressOf: (profileId: string, numbers: readonly string[]) => string;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
}

/** A button for every profile: a preview is about one of them, for each has its own operator and its own gate. */
function ButtonsOfProfiles({ profiles, rows, text, addressOf, isPrimary, isDisabled = false }: ButtonsProps) {
  const navigate = useNavigate();
  const parts = profiles
    .map((profile) => ({ profile, own: rows.filter(({ profileId }) => profileId === profile.id) }))
    .filter(({ own }) => own.length > 0);
  const isAlone = parts.length === 1;
  return (
    <>
      {parts.map(({ profile: { id, displayName }, own }) => (
        <Button
          key={id}
          appearance={isPrimary ? 'primary' : 'default'}
          isDisabled={isDisabled}
          onClick={() =>
            navigate(
              addressOf(
                id,
                own.map(({ number }) => number),
              ),
            )
          }
        >
          {`${text(own, isAlone)}${isAlone ? '' : ` of ${displayName}`}`}
        </Button>
      ))}
    </>
  );
}

interface ChosenProps {
  readonly profiles: readonly ProfileView[];
  /** Those that may be taken back in the background. */
  readonly open: readonly ProfileView[];
  readonly chosen: readonly ListedCandidate[];
  readonly restorable: readonly ListedCandidate[];
}

/** What can be done with the selected people. */
function Chosen({ profiles, open, chosen, restorable }: ChosenProps) {
  const { number } = useFormat();
  const isTooMany = chosen.length > SELECTION_LIMIT || restorable.length > SELECTION_LIMIT;
  return (
    <>
      <ButtonsOfProfiles
        profiles={open}
        rows={chosen}
        text={(rows, isAlone) => chosenText(rows, isAlone, number)}
        addressOf={reclaimAddress}
        isPrimary
        isDisabled={isTooMany}
      />
      <ButtonsOfProfiles
        profiles={profiles}
        rows={restorable}
        text={({ length }, isAlone) => `Restore ${number(length)}${isAlone ? ' selected' : ''}`}
        addressOf={(profileId, numbers) => restoreAddress({ profileId, numbers, reclaimRunId: null })}
        isDisabled={isTooMany}
      />
      {isTooMany ? <span>Select at most {SELECTION_LIMIT}, or preview all.</span> : null}
    </>
  );
}

/** Says when some of them did not work last time. */
function chosenText(rows: readonly ListedCandidate[], isAlone: boolean, number: Format['number']): string {
  const resumed = rows.filter(isResumable).length;
  if (resumed === rows.length) return `Resume reclaim (${number(resumed)})`;
  const all = `Preview ${number(rows.length)}${isAlone ? ' selected' : ''}`;
  return resumed === 0 ? all : `${all}, ${number(resumed)} resumed`;
}

/** So many profiles have a button of their own; with more, one is chosen with the filter first. */
const BUTTONS = 3;

interface AllReadyProps {
  readonly profiles: readonly ProfileView[];
  readonly ready: readonly ListedCandidate[];
  readonly isDisabled: boolean;
}

function AllReady({ profiles, ready, isDisabled }: AllReadyProps) {
  const { number } = useFormat();
  if (new Set(ready.map(({ profileId }) => profileId)).size > BUTTONS)
    return <span>Choose a profile to preview everybody in it.</span>;
  return (
    <ButtonsOfProfiles
      profiles={profiles}
      rows={ready}
      text={({ length }, isAlone) => `Preview all ${number(length)}${isAlone ? ' ready' : ''}`}
      addressOf={(profileId) => reclaimAddress(profileId, 'all-ready')}
      isDisabled={isDisabled}
    />
  );
}
