import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNavigate } from 'react-router-dom';
import type { ReclaimRequestView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { useMay } from '../../components/role-notice';
import { isUndecided } from './approval';
import styles from './candidates.module.css';
import { requestAddress } from './reclaim-address';
import { Withdraw } from './withdraw';

interface WaitingRequestProps {
  readonly profileId: string;
  /** Named where several profiles are on the page. */
  readonly of?: string;
}

/** The removal of a profile that waits for a second person, if there is one. */
export function WaitingRequest({ profileId, of }: WaitingRequestProps) {
  const requests = useAnswer('listReclaimRequests', { profileId }).data?.requests ?? [];
  const open = requests.find(isUndecided);
  return open ? <Waiting request={open} of={of} /> : null;
}

function Waiting({ request, of }: { readonly request: ReclaimRequestView; readonly of: string | undefined }) {
  const navigate = useNavigate();
  const format = useFormat();
  const me = useAnswer('getSession', {}).data?.accountId;
  const mayReclaim = useMay('reclaimer') === true;
  const { id, profileId, requestedBy, requestedAt, expiresAt, takeable, savings } = request;
  const isMine = me === requestedBy;
  const where = of === undefined ? '' : ` in ${of}`;
  return (
    <SectionMessage
      appearance="information"
      title={`${format.count(takeable, 'removal waits', 'removals wait')} for approval${where}`}
    >
      <div className={styles.note}>
        <p>
          <PersonName accountId={requestedBy} /> asked <Moment at={requestedAt} /> to take{' '}
          {format.count(takeable, 'seat', 'seats')} back, which saves {format.money(savings)} a month
          {savings.source === 'estimate' ? ' (estimate)' : ''}.{' '}
          {isMine ? 'Somebody else has to approve it.' : mayReclaim ? 'You can approve or decline it.' : ''} It expires{' '}
          <Moment at={expiresAt} />.
        </p>
        <Row>
          <Button
            appearance={mayReclaim && !isMine ? 'primary' : 'default'}
            onClick={() => navigate(requestAddress(profileId, id))}
          >
            {mayReclaim && !isMine ? 'Look and decide' : 'Look at it'}
          </Button>
          {isMine && request.state === 'open' ? <Withdraw request={request} /> : null}
        </Row>
      </div>
    </SectionMessage>
  );
}
