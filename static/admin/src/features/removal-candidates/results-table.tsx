import type { CandidateRow, Instant } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat } from '../../components/format';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import { CandidateFlagLozenge, CandidateLozenge } from '../../components/state-lozenges';
import { useAppNames } from '../../components/use-app-names';

const LISTED = 50;

interface ResultsTableProps {
  readonly people: readonly CandidateRow[];
  /** What happened before that is no result of it. */
  readonly since: Instant;
  readonly isUnderWay: boolean;
}

/** What came of each person. */
export function ResultsTable({ people, since, isUnderWay }: ResultsTableProps) {
  const format = useFormat();
  const nameOf = useAppNames();
  const description = `The first ${LISTED} of ${format.count(people.length, 'seat', 'seats')}.`;
  // Once it is over, what went wrong is looked for first.
  const ordered = isUnderWay ? people : [...people].sort((a, b) => Number(isWrong(b)) - Number(isWrong(a)));
  const columns: readonly Column<CandidateRow>[] = [
    { key: 'person', header: 'Person', cell: ({ accountId }) => <Person accountId={accountId} /> },
    { key: 'app', header: 'App', cell: ({ roleKey }) => nameOf(roleKey) },
    {
      key: 'state',
      header: 'Result',
      cell: ({ state, flag }) => (
        <>
          <CandidateLozenge state={state} /> <CandidateFlagLozenge flag={flag} />
        </>
      ),
    },
    {
      key: 'number',
      header: 'Candidate',
      cell: ({ number }) => <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink>,
    },
    {
      key: 'what',
      header: 'What happened',
      isText: true,
      cell: ({ number, state }) =>
        isUnderWay && state === 'Ready' ? NOTHING : <WhatHappened number={number} since={since} />,
    },
  ];
  return (
    <Section title="Results" {...(people.length > LISTED ? { description } : {})}>
      <DataTable
        label="Results by person"
        columns={columns}
        rows={ordered.slice(0, LISTED)}
        rowKey={({ number }) => number}
      />
    </Section>
  );
}

const isWrong = ({ state }: CandidateRow) => state === 'Attention Required';

const NOTHING = 'Not done yet';

/** What went wrong with one person, or the last thing that was done. */
function WhatHappened({ number, since }: { readonly number: string; readonly since: Instant }) {
  const format = useFormat();
  const candidate = useAnswer('getCandidate', { number }).data;
  if (!candidate) return <TextSkeleton lines={1} />;
  const last = candidate.timeline.filter(({ at, isNote }) => at >= since && !isNote).at(-1);
  return <>{format.sentence(candidate.attention ?? last?.text ?? NOTHING)}</>;
}
