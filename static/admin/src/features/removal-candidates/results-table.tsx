import type { ReactNode } from 'react';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { useShowMore } from '../../components/show-more';
import { CandidateFlagLozenge, CandidateLozenge } from '../../components/state-lozenges';
import { useAppNames } from '../../components/use-app-names';
import { SeatProof } from './seat-proof';

const STEP = 100;

/** One person, with what a run did where that is known. */
type Result = CandidateRow & { readonly what?: string | null };

interface ResultsTableProps<Row extends Result> {
  readonly people: readonly Row[];
  readonly isUnderWay: boolean;
  /** What happened to somebody, for the page; left out where nothing was done. */
  readonly say?: (text: string) => string;
  readonly actions?: ReactNode;
  /** Stands above the table. */
  readonly children?: ReactNode;
}

/** What came of each person. */
export function ResultsTable<Row extends Result>(props: ResultsTableProps<Row>) {
  const { people, isUnderWay, say, actions, children } = props;
  const nameOf = useAppNames();
  // Once it is over, what went wrong is looked for first.
  const ordered = isUnderWay ? people : [...people].sort((a, b) => Number(isWrong(b)) - Number(isWrong(a)));
  const { shown, more } = useShowMore(ordered, STEP);
  const nothing = isUnderWay ? 'Not done yet' : 'Nothing was done in this run';
  const columns: readonly Column<Row>[] = [
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
    ...(people.some(({ seatFreed }) => seatFreed !== null)
      ? [{ key: 'proof', header: 'Seat freed', cell: ({ seatFreed }: Row) => <SeatProof proof={seatFreed} /> }]
      : []),
    {
      key: 'number',
      header: 'Candidate',
      cell: ({ number }) => <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink>,
    },
    ...(say
      ? [
          {
            key: 'what',
            header: 'What happened',
            isText: true,
            cell: ({ what }: Row) => (what ? say(what) : nothing),
          },
        ]
      : []),
  ];
  return (
    <Section title="Results" actions={actions}>
      {children}
      <DataTable label="Results by person" columns={columns} rows={shown} rowKey={({ number }) => number} />
      {more}
    </Section>
  );
}

const isWrong = ({ state, flag }: CandidateRow) => state === 'Attention Required' || flag === 'not-freed';
