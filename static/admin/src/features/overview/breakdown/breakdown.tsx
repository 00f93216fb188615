import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { useSearchParams } from 'react-router-dom';
import type { ActivityBreakdownView, BreakdownRow } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { useFormat } from '../../../components/format';
import { Row, Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { Section } from '../../../components/section';
import { CardsSkeleton } from '../../../components/skeletons';
import { kindName, PARTS, type By, type Show } from './series';
import { StackedBars } from './stacked-bars';
import styles from './breakdown.module.css';

/** Rows that are shown before somebody asks for all. */
const FIRST = 12;

const HEADS: Readonly<Record<By, string>> = { app: 'App', group: 'Group', kind: 'Last activity' };

interface BreakdownProps {
  /** When the overview's numbers were counted: newer ones are here too. */
  readonly countedAt: string | undefined;
}

/** When seats were last used and how, compared by app, by group or by kind of activity. */
export default function Breakdown({ countedAt }: BreakdownProps) {
  const query = useAnswer('getActivityBreakdown', {});
  const { refetch } = query;
  const shown = useRef(countedAt);
  useEffect(() => {
    if (shown.current === countedAt) return;
    shown.current = countedAt;
    void refetch();
  }, [countedAt, refetch]);
  return (
    <Section
      title="Who uses their seat"
      description="Compare apps, groups and kinds of activity. A seat that several groups give is counted with each of them."
      isCard
    >
      <Loaded query={query} skeleton={<CardsSkeleton cards={1} height={160} />}>
        {(answer) => <Chart answer={answer} />}
      </Loaded>
    </Section>
  );
}

function Chart({ answer }: { readonly answer: ActivityBreakdownView }) {
  const { by, show, choose } = useChoice();
  if (answer.at === null) return <p>Not counted yet. The evaluation after the next download counts it.</p>;
  const rows = {
    app: answer.byRole,
    group: answer.byGroup,
    kind: answer.byClass.map((row) => ({ ...row, name: kindName(row.key) })),
  }[by];
  const what = by === 'kind' ? 'when' : show;
  return (
    <Stack>
      <Row>
        <Choice
          label="Compare"
          options={{ app: 'By app', group: 'By group', kind: 'By kind' }}
          value={by}
          onChange={(value) => choose('by', value)}
        />
        {by === 'kind' ? null : (
          <Choice
            label="Show"
            options={{ when: 'When last used', what: 'What was last done' }}
            value={show}
            onChange={(value) => choose('show', value)}
          />
        )}
      </Row>
      <Rows key={by} by={by} show={what} rows={rows} />
    </Stack>
  );
}

function Rows({ by, show, rows }: { readonly by: By; readonly show: Show; readonly rows: readonly BreakdownRow[] }) {
  const [isAll, setAll] = useState(false);
  const format = useFormat();
  const shown = isAll ? rows : rows.slice(0, FIRST);
  const label = `Use by ${HEADS[by].toLowerCase()}: ${show === 'when' ? 'days since seats were used' : 'what was last done'}`;
  if (rows.length === 0) return <p>No seats were counted.</p>;
  return (
    <>
      <StackedBars label={label} head={HEADS[by]} by={by} parts={PARTS[show]} rows={shown} />
      {shown.length < rows.length ? (
        <div>
          <Button appearance="subtle" onClick={() => setAll(true)}>
            {`Show all ${format.number(rows.length)}`}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <div role="group" aria-label={label} className={styles.choice}>
      {(Object.keys(options) as Value[]).map((each) => (
        <Button
          key={each}
          spacing="compact"
          isSelected={each === value}
          aria-pressed={each === value}
          onClick={() => onChange(each)}
        >
          {options[each]}
        </Button>
      ))}
    </div>
  );
}

/** What is compared stands in the address, so that it can be bookmarked and sent. */
function useChoice() {
  const [params, setParams] = useSearchParams();
  const by = params.get('by');
  return {
    by: by === 'group' || by === 'kind' ? by : 'app',
    show: params.get('show') === 'what' ? 'what' : 'when',
    choose: (name: 'by' | 'show', value: string) => {
      const next = new URLSearchParams(params);
      next.set(name, value);
      setParams(next, { replace: true });
    },
  } as const;
}
