import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { useQueryClient } from '@tanstack/react-query';
import { call, failureOf } from '../../api/call';
import { CountConfirmation } from '../../components/count-confirmation';
import { useFormat } from '../../components/format';
import { Row, Stack } from '../../components/layout';
import { Section } from '../../components/section';
import styles from './candidates.module.css';
import { useFocusAfter } from '../../components/use-focus-after';

/** What came of one person: in the order of the list. */
interface Done {
  readonly number: string;
  readonly isGood: boolean;
  readonly text: string;
}

interface OneByOneProps {
  /** Candidates that still wait; somebody who was dealt with is not among them any more. */
  readonly numbers: readonly string[];
  /** `Reclaim`, `Restore` */
  readonly verb: string;
  readonly isDisabled: boolean;
  /** Deals with one candidate in the name of the person at the page; answers what came of it. */
  readonly work: (number: string) => Promise<{ readonly isGood: boolean; readonly text: string }>;
  /** What to think of first; about taking seats away unless told otherwise. */
  readonly caution?: string;
}

/** Reclaims one candidate as the person at the page. */
export async function reclaimAsMe(number: string) {
  const { outcome, notes } = await call('reclaimNow', { number, mode: 'apply' });
  return { isGood: outcome === 'removed' || outcome === 'asked', text: notes.at(-1) ?? '' };
}

/** Restores one candidate as the person at the page. */
export async function restoreAsMe(number: string) {
  const { outcome, notes } = await call('restoreNow', { number });
  return { isGood: outcome === 'restored', text: notes.at(-1) ?? '' };
}

/**
 * Goes through people one call each, in the name of the administrator who is there: for sites where Jira lets nobody act in
 * the background. Can be stopped between two people, and gone on with after the page was left: who is done is not listed again.
 */
export function OneByOne({ numbers, verb, isDisabled, work, caution }: OneByOneProps) {
  const format = useFormat();
  const client = useQueryClient();
  const [plan, setPlan] = useState<readonly string[] | null>(null);
  const [results, setResults] = useState<readonly Done[]>([]);
  const [isAsking, setAsking] = useState(false);
  const focus = useFocusAfter();
  const [problem, setProblem] = useState<string | null>(null);
  const wantsStop = useRef(false);
  const isRunning = plan !== null;
  const isStopped = () => wantsStop.current;

  const run = async () => {
    wantsStop.current = false;
    setProblem(null);
    setResults([]);
    setPlan(numbers);
    for (const number of numbers) {
      if (isStopped()) break;
      try {
        const done = { number, ...(await work(number)) };
        setResults((before) => [...before, done]);
      } catch (error) {
        setProblem(failureOf(error).message);
        break; // whatever refused this one refuses the next one too
      }
    }
    // Until the list is read again it still names people who are done.
    await client.invalidateQueries();
    setPlan(null);
  };

  if (numbers.length === 0 && results.length === 0 && !isRunning) return null;
  const action = `${verb} ${format.count(numbers.length, 'seat', 'seats')} one by one`;
  const total = plan?.length ?? results.length;
  const good = results.filter(({ isGood }) => isGood).length;
  return (
    <Section title={`${verb} one by one, in your name`} isCard>
      <Stack>
        <p>
          Each person is checked again and dealt with in one call. Keep this page open; you can stop between two people
          and go on later.
        </p>
        {isRunning ? (
          <ProgressBar
            ariaLabel={`${results.length} of ${total} people`}
            value={total === 0 ? 0 : results.length / total}
          />
        ) : null}
        <div ref={focus.outcome} role="status" tabIndex={-1} className={styles.place}>
          {results.length > 0
            ? `${format.number(results.length)} of ${format.number(total)}: ${format.number(good)} done, ${format.number(results.length - good)} kept as they were.`
            : ''}
        </div>
        {problem ? (
          <SectionMessage appearance="error" title="Stopped">
            <p>{problem}</p>
          </SectionMessage>
        ) : null}
        <Row>
          {isRunning ? (
            <Button onClick={() => (wantsStop.current = true)}>Stop after this person</Button>
          ) : numbers.length === 0 ? null : (
            <Button
              isDisabled={isDisabled}
              onClick={(event) => {
                focus.asked(event);
                setAsking(true);
              }}
            >
              {`${action}…`}
            </Button>
          )}
        </Row>
        <CountConfirmation
          isOpen={isAsking}
          title={`${action}?`}
          action={action}
          count={numbers.length}
          isBusy={false}
          {...(caution === undefined ? {} : { caution })}
          focusAfter={focus.focusAfter}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            focus.answered();
            setAsking(false);
            void run();
          }}
        >
          <p>It happens in your name, while this page is open.</p>
        </CountConfirmation>
      </Stack>
    </Section>
  );
}
