import type { RefObject } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { RunResult, RunView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useAnswer, useCommand } from '../../api/queries';
import { ExportButtons } from '../../components/export/export-buttons';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { isUnderWay, RunProgress } from '../../components/run-progress';
import { CardsSkeleton, TableSkeleton } from '../../components/skeletons';
import { useAppNames } from '../../components/use-app-names';
import { AfterReclaim } from './after-reclaim';
import styles from './candidates.module.css';
import { CheckAgain } from './check-again';
import { ResultsTable } from './results-table';
import { isUnproven, proofTotals } from './seat-proof';
import { useSentence } from './use-group-names';
import { useRefreshCandidate } from './use-refresh-candidate';
import { useRunResults } from './use-run-results';
import { useWhenOver } from './use-when-over';

interface RunProps {
  readonly runId: string;
  /** Where whoever started the run at the keyboard goes on. */
  readonly place: RefObject<HTMLDivElement>;
}

/** A reclaim or a restore: how far it is, with a way to stop it, what came of each person, and the ways on from here. */
export function Run({ runId, place }: RunProps) {
  const run = useAnswer('getJobRun', { runId }, { pollWhile: isUnderWay });
  const isRunning = run.data === undefined || isUnderWay(run.data);
  const results = useRunResults(runId, isRunning);
  useWhenOver(run.data !== undefined && isRunning, useRefreshCandidate());
  return (
    <>
      <div ref={place} tabIndex={-1} className={styles.place}>
        {run.data && isRunning ? <StoppableRun run={run.data} place={place} /> : null}
        <div role="status">{run.data && !isRunning ? <RunEnd run={run.data} /> : null}</div>
      </div>
      <Loaded query={run} skeleton={<CardsSkeleton cards={1} />}>
        {(value) => (
          <Loaded query={results} skeleton={<TableSkeleton rows={6} columns={5} />}>
            {({ rows }) => (
              <>
                {isRunning || value.kind !== 'reclaim' ? null : <AfterReclaim run={value} people={rows} />}
                <Results run={value} people={rows} isRunning={isRunning} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface ResultsProps {
  readonly run: RunView;
  readonly people: readonly RunResult[];
  readonly isRunning: boolean;
}

/** Each person, how many seats are proven to be free, and the file of it all. */
function Results({ run, people, isRunning }: ResultsProps) {
  const format = useFormat();
  const knowledge = { nameOf: useAppNames(), say: useSentence(run.profileId) };
  const removed = people.filter(({ isRemoved }) => isRemoved);
  const unproven = removed.filter(isUnproven).map(({ number }) => number);
  const exports = (
    <ExportButtons
      isDisabled={isRunning || people.length === 0}
      save={async (form, saving) => {
        const { saveResults } = await import('./files');
        return saveResults(form, { run, rows: people, ...knowledge }, saving);
      }}
    />
  );
  return (
    <ResultsTable people={people} isUnderWay={isRunning} say={knowledge.say} actions={exports}>
      {removed.length > 0 ? (
        <Row>
          <p>{`Seats freed: ${proofTotals(
            removed.map(({ seatFreed }) => seatFreed),
            format,
          )}.`}</p>
          {isRunning ? null : <CheckAgain numbers={unproven} />}
        </Row>
      ) : null}
    </ResultsTable>
  );
}

function StoppableRun({ run, place }: Pick<RunProps, 'place'> & { readonly run: RunView }) {
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
