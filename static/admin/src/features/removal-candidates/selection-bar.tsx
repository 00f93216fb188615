import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNavigate } from 'react-router-dom';
import type { ProfileView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { RoleNotice, useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { reclaimAddress, SELECTION_LIMIT } from './reclaim-address';

interface SelectionBarProps {
  readonly profile: ProfileView;
  readonly ready: readonly string[];
  readonly chosen: readonly string[];
  readonly onSelect: (numbers: readonly string[]) => void;
}

/** From the list to the preview: of the selected people, or of everybody who is ready. */
export function SelectionBar({ profile, ready, chosen, onSelect }: SelectionBarProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const mayReclaim = useMay('reclaimer');
  if (mayReclaim === false) return <RoleNotice role="reclaimer" />;
  if (profile.reclaimLock)
    return (
      <SectionMessage
        appearance={profile.reclaim ? 'warning' : 'information'}
        title={profile.reclaim ? 'Candidates are frozen' : `Reclaim is off in ${profile.displayName}`}
      >
        <p>{profile.reclaimLock} Nobody can be removed meanwhile.</p>
        <RouteLink to={`/profiles/${profile.id}`}>Open the profile</RouteLink>
      </SectionMessage>
    );
  if (ready.length === 0) return null;
  const isTooMany = chosen.length > SELECTION_LIMIT;
  return (
    <Row>
      {chosen.length > 0 ? (
        <>
          <Button
            appearance="primary"
            isDisabled={isTooMany}
            onClick={() => navigate(reclaimAddress(profile.id, chosen))}
          >
            {`Preview ${format.number(chosen.length)} selected`}
          </Button>
          <Button appearance="subtle" onClick={() => onSelect([])}>
            Clear selection
          </Button>
        </>
      ) : (
        <Button onClick={() => onSelect(ready.slice(0, SELECTION_LIMIT))}>
          {ready.length > SELECTION_LIMIT ? `Select the first ${SELECTION_LIMIT}` : 'Select all that are ready'}
        </Button>
      )}
      <Button onClick={() => navigate(reclaimAddress(profile.id, 'all-ready'))}>
        {`Preview all ${format.number(ready.length)} ready`}
      </Button>
      {isTooMany ? <span>Select at most {SELECTION_LIMIT}, or preview all.</span> : null}
    </Row>
  );
}
