import SectionMessage from '@atlaskit/section-message';
import type { ReclaimRequestView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { When } from '../../components/when';
import styles from './candidates.module.css';
import { Withdraw } from './withdraw';

const TITLES: Readonly<Record<ReclaimRequestView['state'], string>> = {
  open: 'Waits for approval',
  starting: 'Approved: the removal begins',
  approved: 'Approved',
  declined: 'Declined: nothing is taken back',
  withdrawn: 'Withdrawn: nothing is taken back',
  expired: 'Expired: nobody decided, so nothing is taken back',
};

/** Where a request stands: who asked, who decides or decided, and until when. */
export function RequestStanding({ request }: { readonly request: ReclaimRequestView }) {
  const { state, requestedBy, requestedAt, decidedBy, decidedAt, note } = request;
  const appearance = state === 'approved' || state === 'starting' ? 'success' : 'information';
  return (
    <SectionMessage appearance={appearance} title={TITLES[state]}>
      <div className={styles.note}>
        <p>
          <PersonName accountId={requestedBy} /> asked <Moment at={requestedAt} /> to take{' '}
          <Seats count={request.numbers.length} /> back.
        </p>
        {state === 'open' ? <WhoDecides request={request} /> : null}
        {decidedAt ? (
          <p>
            Decided <When at={decidedAt} by={decidedBy} />.{note === '' ? '' : ` Note: ${note}`}
          </p>
        ) : null}
      </div>
    </SectionMessage>
  );
}

function WhoDecides({ request }: { readonly request: ReclaimRequestView }) {
  const isMine = useAnswer('getSession', {}).data?.accountId === request.requestedBy;
  return (
    <>
      {isMine ? (
        <p>
          You can’t approve it yourself. Any other Jira administrator can, and everybody with the role Reclaimer (
          <RouteLink to="/access">see Access</RouteLink>). They find it on the overview and on top of Removal
          candidates.
        </p>
      ) : null}
      <p>
        Without a decision it expires <Moment at={request.expiresAt} />.
      </p>
      {isMine ? (
        <Row>
          <Withdraw request={request} />
        </Row>
      ) : null}
    </>
  );
}

function Seats({ count }: { readonly count: number }) {
  return <>{useFormat().count(count, 'seat', 'seats')}</>;
}
