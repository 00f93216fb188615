import { useEffect } from 'react';
import SectionMessage from '@atlaskit/section-message';
import { useQueryClient } from '@tanstack/react-query';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { Loaded } from '../../components/loaded';
import { Person } from '../../components/person';
import { RouteLink } from '../../components/route-link';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { Section } from '../../components/section';
import { CardsSkeleton, TextSkeleton } from '../../components/skeletons';
import { CandidateLozenge } from '../../components/state-lozenges';

interface ReclaimRunProps {
  readonly runId: string;
  readonly profileId: string;
  readonly people: readonly CandidateRow[];
}

const LISTED = 50;

const COLUMNS: readonly Column<CandidateRow>[] = [
  { key: 'person', header: 'Person', cell: ({ accountId }) => <Person accountId={accountId} /> },
  { key: 'state', header: 'Result', cell: ({ state }) => <CandidateLozenge state={state} /> },
  {
    key: 'number',
    header: 'Candidate',
    cell: ({ number }) => <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink>,
  },
  {
    key: 'what',
    header: 'What happened',
    cell: ({ number, state }) => (state === 'Ready' ? 'Not done yet' : <WhatHappened number={number} />),
  },
];

/** What went wrong with one person, or the last thing that was done. */
function WhatHappened({ number }: { readonly number: string }) {
  const candidate = useAnswer('getCandidate', { number }).data;
  return candidate ? (candidate.attention ?? candidate.timeline.at(-1)?.text ?? '') : <TextSkeleton lines={1} />;
}

/** A removal in the background: how far it is, and what came of each person. */
export function ReclaimRun({ runId, profileId, people }: ReclaimRunProps) {
  const client = useQueryClient();
  const run = useAnswer('getJobRun', { runId }, { pollWhile: isUnderWay });
  const progressed = run.data ? `${run.data.status} ${run.data.progress.done}` : '';
  useEffect(() => {
    if (progressed === '') return;
    for (const stale of [
      ['candidate-rows', profileId],
      ['subscription-rows'],
      ['getOverview'],
      ['getCandidate'],
      ['listEvidence'],
    ])
      void client.invalidateQueries({ queryKey: stale });
  }, [client, profileId, progressed]);
  return (
    <Loaded query={run} skeleton={<CardsSkeleton cards={1} />}>
      {(value) => (
        <>
          {isUnderWay(value) ? (
            <RunProgress run={value} />
          ) : (
            <SectionMessage
              appearance={value.status === 'Complete' ? 'success' : value.status === 'Partial' ? 'warning' : 'error'}
              title={`${value.number} ${value.status === 'Complete' ? 'is complete' : value.status === 'Partial' ? 'is partly done' : 'failed'}`}
            >
              <p>{value.summary}</p>
            </SectionMessage>
          )}
          <Section
            title="Results"
            {...(people.length > LISTED ? { description: `The first ${LISTED} of ${people.length} people.` } : {})}
          >
            <DataTable
              label="Results by person"
              columns={COLUMNS}
              rows={people.slice(0, LISTED)}
              rowKey={({ number }) => number}
            />
          </Section>
        </>
      )}
    </Loaded>
  );
}
