import { useEffect, useRef, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNavigate } from 'react-router-dom';
import type { CandidateRow, RunView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useAnswer, useCommand } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Person } from '../../components/person';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { useGate } from '../../components/safety-gate';
import { Section } from '../../components/section';
import { CardsSkeleton, TextSkeleton } from '../../components/skeletons';
import { CandidateFlagLozenge, CandidateLozenge } from '../../components/state-lozenges';
import { OneByOne, reclaimAsMe } from './one-by-one';
import { restoreAddress } from './restore-address';
import { useAppNames } from './use-app-names';
import { useRefreshCandidate } from './use-refresh-candidate';

interface ReclaimRunProps {
  readonly runId: string;
  readonly profileId: string;
  readonly people: readonly CandidateRow[];
}

const LISTED = 50;

const COLUMNS: readonly Column<CandidateRow>[] = [
  { key: 'person', header: 'Person', cell: ({ accountId }) => <Person accountId={accountId} /> },
  { key: 'app', header: 'App', cell: ({ roleKey }) => <AppName roleKey={roleKey} /> },
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
    cell: ({ number, state }) => (state === 'Ready' ? 'Not done yet' : <WhatHappened number={number} />),
  },
];

function AppName({ roleKey }: Pick<CandidateRow, 'roleKey'>) {
  return <>{useAppNames()(roleKey)}</>;
}

/** What went wrong with one person, or the last thing that was done. */
function WhatHappened({ number }: { readonly number: string }) {
  const candidate = useAnswer('getCandidate', { number }).data;
  return candidate ? (candidate.attention ?? candidate.timeline.at(-1)?.text ?? '') : <TextSkeleton lines={1} />;
}

/** A removal in the background: how far it is, what came of each person, and the ways on from here. */
export function ReclaimRun({ runId, profileId, people: meant }: ReclaimRunProps) {
  const removed = useAnswer('listRunCandidates', { runId }).data?.rows ?? [];
  // An address of "all that are ready" can't tell who was meant once they are not ready any more: the run can.
  const people = [...meant, ...removed.filter(({ number }) => !meant.some((each) => each.number === number))];
  const left = people.filter(({ state }) => state === 'Ready').map(({ number }) => number);
  const restorable = removed.filter(({ flag }) => flag !== 'restored').length;
  return (
    <RunResults runId={runId} profileId={profileId} people={people}>
      <AfterReclaim runId={runId} profileId={profileId} left={left} restorable={restorable} />
    </RunResults>
  );
}

interface AfterReclaimProps {
  readonly runId: string;
  readonly profileId: string;
  readonly left: readonly string[];
  readonly restorable: number;
}

/** Undo it all, or finish by hand what the background was not allowed to. */
function AfterReclaim({ runId, profileId, left, restorable }: AfterReclaimProps) {
  const navigate = useNavigate();
  const format = useFormat();
  const mayReclaim = useMay('reclaimer') === true;
  const isOpen = useGate(profileId).data?.openForOne === true;
  return (
    <>
      {restorable > 0 ? (
        <Row>
          <Button
            onClick={() => navigate(restoreAddress({ profileId, numbers: null, reclaimRunId: runId, runId: null }))}
          >
            {`Restore all ${format.count(restorable, 'seat', 'seats')} of this run`}
          </Button>
        </Row>
      ) : null}
      {left.length > 0 ? (
        <OneByOne numbers={left} verb="Reclaim" isDisabled={!mayReclaim || !isOpen} work={reclaimAsMe} />
      ) : null}
    </>
  );
}

interface RunResultsProps extends ReclaimRunProps {
  /** What can be done once the run is over. */
  readonly children?: ReactNode;
}

/** A run that changes people: how far it is, with a way to stop it, and what came of each person. */
export function RunResults({ runId, profileId, people, children }: RunResultsProps) {
  const refresh = useRef(useRefreshCandidate());
  const run = useAnswer('getJobRun', { runId }, { pollWhile: isUnderWay });
  const progressed = run.data ? `${run.data.status} ${run.data.progress.done}` : '';
  useEffect(() => {
    if (progressed !== '') refresh.current();
  }, [profileId, progressed]);
  return (
    <Loaded query={run} skeleton={<CardsSkeleton cards={1} />}>
      {(value) => (
        <>
          {isUnderWay(value) ? <StoppableRun run={value} /> : <RunEnd run={value} />}
          {isUnderWay(value) ? null : children}
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

function StoppableRun({ run }: { readonly run: RunView }) {
  const cancel = useCommand('cancelRun', () => tell('success', 'It stops before the next person'));
  const mayReclaim = useMay('reclaimer') === true;
  return (
    <>
      <RunProgress run={run} />
      {cancel.error ? <Problem error={cancel.error} /> : null}
      <Row>
        <Button
          isDisabled={!mayReclaim || cancel.isSuccess}
          isLoading={cancel.isPending}
          onClick={() => cancel.mutate({ runId: run.id })}
        >
          Stop before the next person
        </Button>
      </Row>
    </>
  );
}

const ENDS = { Complete: 'is complete', Partial: 'is partly done' } as const;

function RunEnd({ run: { status, number, summary } }: { readonly run: RunView }) {
  const appearance = status === 'Complete' ? 'success' : status === 'Partial' ? 'warning' : 'error';
  const end = status === 'Complete' || status === 'Partial' ? ENDS[status] : 'failed';
  return (
    <SectionMessage appearance={appearance} title={`${number} ${end}`}>
      <p>{summary}</p>
    </SectionMessage>
  );
}
