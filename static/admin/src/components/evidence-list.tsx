import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EvidenceEntryView } from '../../../../src/shared/contract';
import { call } from '../api/call';
import { DataTable, type Column } from './data-table';
import { Row, Stack } from './layout';
import { Moment } from './moment';
import { Person } from './person';
import { Problem } from './problem';
import { RouteLink } from './route-link';
import { TableSkeleton } from './skeletons';

const HASH_SHOWN = 8;

const COLUMNS: readonly Column<EvidenceEntryView>[] = [
  { key: 'sequence', header: 'No.', cell: ({ sequence }) => sequence },
  { key: 'at', header: 'When', cell: ({ at }) => <Moment at={at} /> },
  { key: 'text', header: 'What', cell: ({ text }) => text },
  { key: 'subject', header: 'Person', cell: ({ subject }) => (subject ? <Person accountId={subject} /> : '–') },
  { key: 'by', header: 'By', cell: ({ by }) => (by ? <Person accountId={by} /> : 'License management') },
  {
    key: 'candidate',
    header: 'Candidate',
    cell: ({ candidate }) =>
      candidate ? <RouteLink to={`/removal-candidates/${candidate}`}>{candidate}</RouteLink> : '–',
  },
  {
    key: 'hash',
    header: 'Fingerprint',
    cell: ({ hash }) => <code title={hash}>{hash.slice(0, HASH_SHOWN)}</code>,
  },
];

/** On a candidate's own page the person and the number say nothing new. */
const COLUMNS_OF_CANDIDATE = COLUMNS.filter(({ key }) => key !== 'subject' && key !== 'candidate');

/** Entries of the evidence log, newest first: all of them, or those of one removal candidate. */
export function EvidenceList({ candidate }: { readonly candidate?: string }) {
  const of = candidate === undefined ? {} : { candidate };
  const evidence = useInfiniteQuery({
    queryKey: ['listEvidence', of],
    queryFn: ({ pageParam }) => call('listEvidence', pageParam === '' ? of : { ...of, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  const entries = evidence.data?.pages.flatMap((page) => page.entries) ?? [];
  if (evidence.isPending) return <TableSkeleton rows={5} columns={6} />;
  return (
    <Stack>
      {evidence.error ? <Problem error={evidence.error} onRetry={() => void evidence.refetch()} /> : null}
      {entries.length > 0 ? (
        <DataTable
          label="Evidence"
          columns={candidate === undefined ? COLUMNS : COLUMNS_OF_CANDIDATE}
          rows={entries}
          rowKey={({ sequence }) => String(sequence)}
        />
      ) : evidence.error ? null : (
        <EmptyState
          header="No evidence yet"
          headingLevel={2}
          description="An entry appears here with everything the app decides or does: a candidate opened, a seat taken back, a profile published."
        />
      )}
      {evidence.hasNextPage ? (
        <Row>
          <Button isLoading={evidence.isFetchingNextPage} onClick={() => void evidence.fetchNextPage()}>
            Show older entries
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
