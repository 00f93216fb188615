import { useParams } from 'react-router-dom';
import SectionMessage from '@atlaskit/section-message';
import type { CandidateView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Why } from '../../components/decision-card';
import { EvidenceList } from '../../components/evidence-list';
import { Columns, Row } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { PersonName } from '../../components/person';
import { PersonActivity } from '../../components/person-activity/person-activity';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { CardsSkeleton } from '../../components/skeletons';
import { CandidateLozenge } from '../../components/state-lozenges';
import { Timeline } from '../../components/timeline';
import { BackToCandidates } from './back-to-candidates';
import { CandidateFacts } from './candidate-facts';
import { CandidateNews } from './candidate-news';
import { CloseByHand } from './close-by-hand';
import { NoticePanel } from './notice-panel';
import { ReclaimOne } from './reclaim-one';
import { RestoreOne } from './restore-one';
import { useAppNames } from '../../components/use-app-names';
import { useSentence } from './use-group-names';
import { WorkNote } from './work-note';

/** One removal candidate at its address: why, what happened, what can be done. */
export default function CandidatePage() {
  const { number = '' } = useParams();
  const candidate = useAnswer('getCandidate', { number });
  return (
    <Page
      title={`Removal candidate ${number}`}
      lead={candidate.data ? <Whose candidate={candidate.data} /> : null}
      breadcrumbs={<BackToCandidates />}
    >
      <Loaded query={candidate} skeleton={<CardsSkeleton cards={2} height={280} />}>
        {(value) => <Candidate key={number} candidate={value} />}
      </Loaded>
    </Page>
  );
}

function Whose({ candidate: { accountId, roleKey, state } }: { readonly candidate: CandidateView }) {
  const nameOf = useAppNames();
  return (
    <>
      <PersonName accountId={accountId} />, {nameOf(roleKey)} <CandidateLozenge state={state} />
    </>
  );
}

function Candidate({ candidate }: { readonly candidate: CandidateView }) {
  const { profileId, accountId, roleKey } = candidate;
  const say = useSentence(profileId);
  return (
    <>
      {candidate.attention ? (
        <SectionMessage appearance="error" title="This did not work last time">
          <p>{say(candidate.attention)}</p>
        </SectionMessage>
      ) : null}
      {candidate.frozen && !candidate.closedAt ? (
        <SectionMessage appearance="warning" title="Frozen: this seat can’t be taken back now">
          <p>{say(candidate.frozen)}</p>
          <Row>
            <RouteLink to={`/rules/${encodeURIComponent(profileId)}/${encodeURIComponent(roleKey)}`}>
              Open the rule
            </RouteLink>
            <RouteLink to={`/profiles/${encodeURIComponent(profileId)}`}>Open the profile</RouteLink>
          </Row>
        </SectionMessage>
      ) : null}
      <NoticePanel candidate={candidate} />
      <CandidateNews candidate={candidate} />
      <Columns
        main={
          <>
            <Section title="Why this person">
              {candidate.closedAt ? (
                <p>{say(candidate.because)}</p>
              ) : (
                <Why profileId={profileId} accountId={accountId} roleKey={roleKey} />
              )}
            </Section>
            <ReclaimOne candidate={candidate} />
            <RestoreOne candidate={candidate} />
            <Section title="Timeline">
              <Timeline events={candidate.timeline} say={say} />
              <WorkNote candidate={candidate} />
            </Section>
            <Section title="Activity of this person">
              <PersonActivity profileId={profileId} accountId={accountId} />
            </Section>
          </>
        }
        side={
          <>
            <CandidateFacts candidate={candidate} />
            <CloseByHand candidate={candidate} />
          </>
        }
      />
      <Section title="Evidence" description="What was decided or done about this candidate, with its fingerprints.">
        <EvidenceList filter={{ candidate: candidate.number }} />
      </Section>
    </>
  );
}
