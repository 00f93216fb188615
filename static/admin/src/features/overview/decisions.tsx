import type { Overview } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { ApprovalDecision } from './approval-decision';
import { GateDecision } from './gate-decision';
import { candidatesLink, seatsLink } from './list-links';
import styles from './overview.module.css';

/** What waits for an administrator. */
export function Decisions({ overview }: { readonly overview: Overview }) {
  const format = useFormat();
  const { candidatesReady, attentionRequired, keepRequests, reclaimRequests, unknown, profiles, rulesToReview } =
    overview;
  const drafts = profiles.filter(({ status }) => status === 'Draft');
  const waiting = [candidatesReady, attentionRequired, keepRequests, reclaimRequests.length];
  const isNothing = [...waiting, rulesToReview, unknown, drafts.length].every((count) => count === 0);
  return (
    <Section title="Needs a decision" isCard>
      <ul className={styles.decisions}>
        {rulesToReview > 0 ? (
          <li>
            <RouteLink to="/rules">
              {format.count(
                rulesToReview,
                'reclamation rule is to be reviewed',
                'reclamation rules are to be reviewed',
              )}
            </RouteLink>
            : confirm what counts as unused before you take seats back.
          </li>
        ) : null}
        {attentionRequired > 0 ? (
          <li>
            <RouteLink to={candidatesLink('Attention Required')}>
              {format.count(attentionRequired, 'candidate requires attention', 'candidates require attention')}
            </RouteLink>
            : the seat could not be taken back. Read how to mend it.
          </li>
        ) : null}
        {keepRequests > 0 ? (
          <li>
            <RouteLink to={candidatesLink('Awaiting Approval')}>
              {format.count(keepRequests, 'person wants', 'people want')} to keep their seat
            </RouteLink>
            : read why, then decide.
          </li>
        ) : null}
        {reclaimRequests.map((request) => (
          <ApprovalDecision key={request.id} {...request} />
        ))}
        {candidatesReady > 0 ? (
          <li>
            <RouteLink to="/removal-candidates">
              {format.count(candidatesReady, 'removal candidate is ready', 'removal candidates are ready')}
            </RouteLink>
            : look at the reasons, then take the seats back.
          </li>
        ) : null}
        {profiles
          .filter(({ status }) => status === 'Published')
          .map(({ id, displayName }) => (
            <GateDecision key={id} id={id} displayName={displayName} />
          ))}
        {drafts.map(({ id, displayName }) => (
          <li key={id}>
            <RouteLink to={`/profiles/${id}`}>{displayName}</RouteLink> is a draft: validate and publish it.
          </li>
        ))}
        {unknown > 0 ? (
          <li>
            <RouteLink to={seatsLink({ activity: 'unknown' })}>
              {format.count(unknown, 'seat can’t be judged yet', 'seats can’t be judged yet')}
            </RouteLink>
            : the access is too new, or the activity could not be read. They stay untouched.
          </li>
        ) : null}
        {isNothing ? <li>Nothing right now. New removal candidates appear here after the next daily run.</li> : null}
      </ul>
    </Section>
  );
}
