import { useEffect } from 'react';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { EvidenceEntryView, Input } from '../../../../src/shared/contract';
import { call } from '../api/call';
import { DataTable, type Column } from './data-table';
import { Disclosure } from './disclosure';
import { useFormat } from './format';
import { kindText } from './evidence-kind';
import styles from './evidence-list.module.css';
import { Row, Stack } from './layout';
import { Person } from './person';
import { Problem } from './problem';
import { RouteLink } from './route-link';
import { TableSkeleton } from './skeletons';

const HASH_SHOWN = 8;

const COLUMNS: readonly Column<EvidenceEntryView>[] = [
  { key: 'sequence', header: 'No.', cell: ({ sequence }) => sequence },
  { key: 'at', header: 'When', cell: ({ at }) => <Exactly at={at} /> },
  { key: 'kind', header: 'Kind', cell: ({ kind }) => kindText(kind) },
  { key: 'text', header: 'What', isText: true, cell: (entry) => <What entry={entry} /> },
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

type Filter = Omit<Input<'listEvidence'>, 'cursor'>;

/** Entries of the evidence log that fit a filter, newest first. */
export function EvidenceList({ filter }: { readonly filter: Filter }) {
  const evidence = useInfiniteQuery({
    queryKey: ['listEvidence', filter],
    queryFn: ({ pageParam }) => call('listEvidence', pageParam === '' ? filter : { ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
  const entries = evidence.data?.pages.flatMap((page) => page.entries) ?? [];
  const { hasNextPage, isFetching, error, fetchNextPage } = evidence;
  // A page may be empty although older ones are not: the first to be seen is looked for.
  const isLooking = entries.length === 0 && hasNextPage && !error;
  useEffect(() => {
    if (isLooking && !isFetching) void fetchNextPage();
  }, [isLooking, isFetching, fetchNextPage]);
  if (evidence.isPending || isLooking) return <TableSkeleton rows={5} columns={6} />;
  return (
    <Stack>
      {evidence.error ? <Problem error={evidence.error} onRetry={() => void evidence.refetch()} /> : null}
      {entries.length > 0 ? (
        <DataTable
          label="Evidence"
          columns={filter.candidate === undefined ? COLUMNS : COLUMNS_OF_CANDIDATE}
          rows={entries}
          rowKey={({ sequence }) => String(sequence)}
        />
      ) : evidence.error ? null : (
        <Nothing filter={filter} />
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

/** In a log the time itself counts, not how long ago it was. */
function Exactly({ at }: Pick<EvidenceEntryView, 'at'>) {
  const format = useFormat();
  return (
    <time dateTime={at} className={styles.when} title={`${format.dateTime(at)} (${format.viewer.timeZone})`}>
      <span>{format.date(at)}</span> <span>{format.time(at)}</span>
    </time>
  );
}

/** The sentence, and the exact facts behind it on demand. */
function What({ entry: { text, details } }: { readonly entry: EvidenceEntryView }) {
  return (
    <>
      {text}
      {Object.keys(details).length > 0 ? (
        <Disclosure title="Exact facts">
          <pre className={styles.facts}>{JSON.stringify(details, null, 2)}</pre>
        </Disclosure>
      ) : null}
    </>
  );
}

function Nothing({ filter }: { readonly filter: Filter }) {
  const names = Object.keys(filter);
  if (names.join() === 'candidate')
    return <p>No entry is about this candidate alone. That it was opened is part of the evaluation’s entry.</p>;
  return names.length > 0 ? (
    <EmptyState
      header="No entry fits"
      headingLevel={3}
      description="Change or clear the filters above. Lists may lag a few seconds behind what was just done."
    />
  ) : (
    <EmptyState
      header="No evidence yet"
      headingLevel={3}
      description="An entry appears here with everything the app decides or does: candidates opened, a seat taken back, a profile published."
    />
  );
}
