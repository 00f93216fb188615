import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNavigate } from 'react-router-dom';
import type { CandidateRow, RunView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useAnswer, useCommand } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { useGate } from '../../components/safety-gate';
import { CardsSkeleton } from '../../components/skeletons';
import styles from './candidates.module.css';
import { OneByOne, reclaimAsMe } from './one-by-one';
import { restoreAddress } from './restore-address';
import { ResultsTable } from './results-table';
import { useRefreshCandidate } from './use-refresh-candidate';

interface ReclaimRunProps {
  readonly runId: string;
  readonly profileId: string;
  readonly people: readonly CandidateRow[];
  /** Where whoever started the run at the keyboard goes on. */
  readonly place: RefObject<HTMLDivElement>;
}

/** A removal in the background: how far it is, what came of each person, and the ways on from here. */
export function ReclaimRun({ runId, profileId, people: meant, place }: ReclaimRunProps) {
  const removed = useAnswer('listRunCandidates', { runId }).data?.rows ?? [];
  // An address of "all that are ready" can't tell who was meant once they are not ready any more: the run can.
  const people = [...meant, ...removed.filter(({ number }) => !meant.some((each) => each.number === number))];
  const left = people.filter(({ state }) => state === 'Ready').map(({ number }) => number);
  const restorable = removed.filter(({ flag }) => flag !== 'restored').length;
  return (
    <RunResults runId={runId} profileId={profileId} people={people} place={place}>
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
      <OneByOne numbers={left} verb="Reclaim" isDisabled={!mayReclaim || !isOpen} work={reclaimAsMe} />
    </>
  );
}

interface RunResultsProps extends ReclaimRunProps {
  /** What can be done once the run is over. */
  readonly children?: ReactNode;
}

/** A run that changes people: how far it is, with a way to stop it, and what came of each person. */
export function RunResults({ runId, profileId, people, place, children }: RunResultsProps) {
  const refresh = useRef(useRefreshCandidate());
  const run = useAnswer('getJobRun', { runId }, { pollWhile: isUnderWay });
  const progressed = run.data ? `${run.data.status} ${run.data.progress.done}` : '';
  useEffect(() => {
    if (progressed !== '') refresh.current();
  }, [profileId, progressed]);
  const isRunning = run.data === undefined || isUnderWay(run.data);
  return (
    <>
      <div ref={place} tabIndex={-1} className={styles.place}>
        {run.data && isRunning ? <StoppableRun run={run.data} place={place} /> : null}
        <div role="status">{run.data && !isRunning ? <RunEnd run={run.data} /> : null}</div>
      </div>
      <Loaded query={run} skeleton={<CardsSkeleton cards={1} />}>
        {(value) => (
          <>
            {isRunning ? null : children}
            <ResultsTable people={people} since={value.createdAt} isUnderWay={isRunning} />
          </>
        )}
      </Loaded>
    </>
  );
}

function StoppableRun({ run, place }: Pick<RunResultsProps, 'place'> & { readonly run: RunView }) {
  const cancel = useCommand('cancelRun', () => {
    place.current?.focus(); // the button has done its work
    tell('success', 'It stops before the next person');
  });
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
  const format = useFormat();
  const appearance = status === 'Complete' ? 'success' : status === 'Partial' ? 'warning' : 'error';
  const end = status === 'Complete' || status === 'Partial' ? ENDS[status] : 'failed';
  return (
    <SectionMessage appearance={appearance} title={`${number} ${end}`}>
      <p>{format.sentence(summary)}</p>
    </SectionMessage>
  );
}
