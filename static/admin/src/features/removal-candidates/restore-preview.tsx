import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { CandidateRow, RestoreResult, RoleKey, RunView } from '../../../../../src/shared/contract';
import { call, failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { CountConfirmation } from '../../components/count-confirmation';
import { DataTable, type Column } from '../../components/data-table';
import { Disclosure } from '../../components/disclosure';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Person } from '../../components/person';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { useShowMore } from '../../components/show-more';
import styles from './candidates.module.css';
import { OneByOne, restoreAsMe } from './one-by-one';
import { RESTORED } from './outcomes';
import type { RestorePlanned } from './restore-address';
import type { FocusAfter } from '../../components/use-focus-after';
import { useSentence } from './use-group-names';
import { useAppNames } from '../../components/use-app-names';

const CAUTION = 'Restored people take seats again, and seats may cost money.';
const PREVIEWED = 10;
const LISTED = 200;

interface PreviewRow extends CandidateRow {
  readonly preview: UseQueryResult<RestoreResult> | undefined;
}

const columns = (
  nameOf: (roleKey: RoleKey) => string,
  say: (text: string) => string,
): readonly Column<PreviewRow>[] => [
  { key: 'person', header: 'Person', cell: ({ accountId }) => <Person accountId={accountId} /> },
  { key: 'app', header: 'App', cell: ({ roleKey }) => nameOf(roleKey) },
  {
    key: 'number',
    header: 'Candidate',
    cell: ({ number }) => <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink>,
  },
  { key: 'now', header: 'Now', cell: ({ preview }) => <Outcome preview={preview} /> },
  {
    key: 'notes',
    header: 'Then and now',
    isText: true,
    cell: ({ preview }) => say(preview?.data?.notes.join(' ') ?? ''),
  },
];

interface RestorePreviewProps {
  readonly plan: RestorePlanned;
  readonly people: readonly CandidateRow[];
  /** Where the focus goes on when the run has started. */
  readonly focus: FocusAfter;
  readonly onStarted: (run: RunView) => void;
}

/** Who gets their groups back, what is different since, and the buttons. */
export function RestorePreview({ plan, people, focus, onStarted }: RestorePreviewProps) {
  const format = useFormat();
  const mayReclaim = useMay('reclaimer') === true;
  const seats = format.count(people.length, 'seat', 'seats');
  const previews = useQueries({
    queries: people.slice(0, PREVIEWED).map(({ number }) => ({
      queryKey: ['previewRestore', number],
      queryFn: () => call('previewRestore', { number }),
    })),
  });
  const { shown, more } = useShowMore(people, LISTED);
  const rows = shown.map((row, n): PreviewRow => ({ ...row, preview: previews[n] }));
  return (
    <>
      <SectionMessage appearance="information" title={`${seats} would be given back`}>
        <p>
          Everybody gets exactly the groups back that were removed, as far as they still exist. What an administrator
          changed since stays as it is. Restored people take seats again.
        </p>
      </SectionMessage>
      <Section title={`${seats} to give back`}>
        {people.length > PREVIEWED ? (
          <p>The first {PREVIEWED} are compared with Jira now; everybody is compared right before.</p>
        ) : null}
        <DataTable
          label="People to restore"
          columns={columns(useAppNames(), useSentence(plan.profileId))}
          rows={rows}
          rowKey={({ number }) => number}
        />
        {more}
      </Section>
      <RoleNotice role="reclaimer" />
      <StartRestore plan={plan} people={people} isDisabled={!mayReclaim} focus={focus} onStarted={onStarted} />
      <Disclosure title="Restore one by one instead, in your name">
        <OneByOne
          numbers={people.map(({ number }) => number)}
          verb="Restore"
          caution={CAUTION}
          isDisabled={!mayReclaim}
          work={restoreAsMe}
        />
      </Disclosure>
    </>
  );
}

interface StartRestoreProps extends RestorePreviewProps {
  readonly isDisabled: boolean;
}

function StartRestore({ plan, people, isDisabled, focus, onStarted }: StartRestoreProps) {
  const [isAsking, setAsking] = useState(false);
  const format = useFormat();
  const start = useCommand('startRestore', (run) => {
    focus.answered();
    onStarted(run);
  });
  const seats = format.count(people.length, 'seat', 'seats');
  const of = plan.reclaimRunId ? { runId: plan.reclaimRunId } : { numbers: people.map(({ number }) => number) };
  return (
    <>
      {start.error ? <Problem error={start.error} /> : null}
      <div className={styles.decide}>
        <Row>
          <Button
            appearance="primary"
            isDisabled={isDisabled}
            onClick={(event) => {
              focus.asked(event);
              setAsking(true);
            }}
          >
            {`Restore ${seats}`}
          </Button>
        </Row>
      </div>
      <CountConfirmation
        isOpen={isAsking}
        title={`Restore ${seats}?`}
        action={`Restore ${seats}`}
        caution={CAUTION}
        count={people.length}
        isBusy={start.isPending}
        focusAfter={focus.focusAfter}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          start.mutate(
            { profileId: plan.profileId, of, expectedCount: people.length },
            { onSettled: () => setAsking(false) },
          )
        }
      >
        <p>It runs in the background in the name of the reclaim operator; you can leave the page meanwhile.</p>
      </CountConfirmation>
    </>
  );
}

function Outcome({ preview }: { readonly preview: UseQueryResult<RestoreResult> | undefined }) {
  if (!preview) return <>Compared before</>;
  if (preview.error) return <>Could not be compared: {failureOf(preview.error).message}</>;
  if (!preview.data) return <Spinner size="small" label="Comparing" />;
  const { text, appearance } = RESTORED[preview.data.outcome];
  return <Lozenge appearance={appearance}>{text}</Lozenge>;
}
