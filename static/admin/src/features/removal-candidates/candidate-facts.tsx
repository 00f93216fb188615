import type { CandidateView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { GroupTags } from '../../components/group-tags';
import { Facts } from '../../components/layout';
import { Moment } from '../../components/moment';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { CandidateLozenge } from '../../components/state-lozenges';

/** The fields of a candidate. */
export function CandidateFacts({ candidate }: { readonly candidate: CandidateView }) {
  const format = useFormat();
  const groups = useAnswer('listJiraGroups', {}).data;
  const nameOf = (id: string) => groups?.groups.find((group) => group.id === id)?.name ?? id;
  const { accountId, state, roleKey, potentialSavings, closedAt } = candidate;
  return (
    <Section title="Details" isCard>
      <Facts
        facts={[
          { term: 'Person', value: <Person accountId={accountId} withEmail /> },
          { term: 'State', value: <CandidateLozenge state={state} /> },
          { term: 'App', value: groups?.roles.find(({ key }) => key === roleKey)?.name ?? roleKey },
          { term: 'Inactive days', value: candidate.inactiveDays ?? 'None seen' },
          { term: 'Justification', value: candidate.justification },
          { term: 'Reclamation rule', value: candidate.ruleName },
          { term: 'Potential savings', value: `${format.money(potentialSavings)} a month` },
          { term: 'Groups', value: <GroupTags names={candidate.groupIds.map(nameOf)} /> },
          { term: 'Opened', value: <Moment at={candidate.openedAt} /> },
          ...(closedAt ? [{ term: 'Closed', value: <Moment at={closedAt} /> }] : []),
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
