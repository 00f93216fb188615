import type { CandidateView, RunView } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { GroupTags } from '../../components/group-tags';
import { Facts, Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { runAddress } from '../../components/run-address';
import { Section } from '../../components/section';
import { CandidateLozenge } from '../../components/state-lozenges';
import { useAppNames } from '../../components/use-app-names';
import { CheckAgain } from './check-again';
import { lastProof } from './proof-words';
import { SeatProof } from './seat-proof';
import { useGroupNames } from './use-group-names';

function RuleLink({ candidate: { profileId, roleKey, ruleName } }: { readonly candidate: CandidateView }) {
  const to = `/rules/${encodeURIComponent(profileId)}/${encodeURIComponent(roleKey)}`;
  return <RouteLink to={to}>{ruleName}</RouteLink>;
}

/** The run that took the seat back, at its address. */
function RunLink({ run: { id, number } }: { readonly run: Pick<RunView, 'id' | 'number'> }) {
  return <RouteLink to={runAddress({ id, kind: 'reclaim' }) ?? ''}>{number}</RouteLink>;
}

/** Whoever came back by another way has nothing left to be proven. */
function Proof({ candidate }: { readonly candidate: CandidateView }) {
  const proof = lastProof(candidate);
  return (
    <Row>
      <SeatProof proof={proof} />
      {proof !== 'proven' && !candidate.returned ? <CheckAgain numbers={[candidate.number]} /> : null}
    </Row>
  );
}

/** The fields of a candidate. */
export function CandidateFacts({ candidate }: { readonly candidate: CandidateView }) {
  const format = useFormat();
  const named = useGroupNames(candidate.profileId);
  const appName = useAppNames();
  const { accountId, state, roleKey, potentialSavings, removedGroupIds, closedAt, until } = candidate;
  const { removedIn, restored } = candidate;
  return (
    <Section title="Details" isCard>
      <Facts
        facts={[
          { term: 'Person', value: <Person accountId={accountId} withEmail /> },
          { term: 'State', value: <CandidateLozenge state={state} /> },
          { term: 'App', value: appName(roleKey) },
          { term: 'Inactive days', value: candidate.inactiveDays ?? 'None seen' },
          { term: 'Justification', value: candidate.justification },
          { term: 'Proposed by', value: candidate.source === 'hand' ? 'A person' : <RuleLink candidate={candidate} /> },
          { term: 'Potential savings', value: `${format.money(potentialSavings)} a month` },
          ...(lastProof(candidate)
            ? [{ term: restored ? 'Seat back' : 'Seat freed', value: <Proof candidate={candidate} /> }]
            : []),
          ...(removedIn ? [{ term: 'Taken back in', value: <RunLink run={removedIn} /> }] : []),
          ...(removedGroupIds.length > 0
            ? [{ term: 'Removed groups', value: <GroupTags names={named(removedGroupIds)} /> }]
            : []),
          { term: 'Opened', value: <Moment at={candidate.openedAt} /> },
          ...(closedAt ? [{ term: 'Closed', value: <Moment at={closedAt} /> }] : []),
          ...(closedAt && until ? [{ term: 'Kept until', value: format.date(until) }] : []),
          {
            term: 'Subscription',
            value: (
              <RouteLink to={`/subscriptions/${encodeURIComponent(accountId)}`}>Show the person’s seats</RouteLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
