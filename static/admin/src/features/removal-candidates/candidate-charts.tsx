import type { CandidateState } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { BarChart, type Bar } from '../../components/bar-chart';
import { isClosed, STATES } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { Section } from '../../components/section';
import { useAppNames } from '../../components/use-app-names';
import styles from './candidates.module.css';
import { savingsOf, type CostOf } from './total-savings';
import type { ListedCandidate } from './use-candidate-rows';

interface CandidateChartsProps {
  readonly rows: readonly ListedCandidate[];
  readonly costOf: CostOf;
}

/** What people compare about candidates, as bars with their numbers. */
export default function CandidateCharts(props: CandidateChartsProps) {
  return (
    <div className={styles.charts}>
      <SavingsByApp {...props} />
      <ByState rows={props.rows} />
      <Returned />
    </div>
  );
}

function SavingsByApp({ rows, costOf }: CandidateChartsProps) {
  const format = useFormat();
  const nameOf = useAppNames();
  const open = rows.filter(({ state }) => !isClosed(state));
  const all = savingsOf(open, costOf);
  if (!all) return null;
  const bars = [...new Set(open.map(({ roleKey }) => roleKey))].map((key): Bar => {
    const seats = open.filter(({ roleKey }) => roleKey === key);
    const amount = savingsOf(seats, costOf)?.amount ?? 0;
    return { label: nameOf(key), value: amount, tone: 'calm', to: `/removal-candidates?app=${key}` };
  });
  return (
    <Section title="Potential savings a month" isCard>
      <BarChart
        label="Potential savings by app"
        what="App"
        unit="Savings a month"
        write={(amount) => format.money({ ...all, amount })}
        bars={bars.sort((a, b) => b.value - a.value)}
      />
    </Section>
  );
}

const TONES: Readonly<Record<CandidateState, Bar['tone']>> = {
  Ready: 'watch',
  'Attention Required': 'act',
  'Awaiting User': 'watch',
  'Awaiting Approval': 'watch',
  'Awaiting Revocation': 'watch',
  'Closed Complete': 'calm',
  'Closed Skipped': 'unknown',
  'Closed Canceled': 'unknown',
};

function ByState({ rows }: Pick<CandidateChartsProps, 'rows'>) {
  const bars = STATES.map((state): Bar => {
    const value = rows.filter((row) => row.state === state).length;
    return { label: state, value, tone: TONES[state] };
  });
  return (
    <Section title="Candidates by state" isCard>
      <BarChart
        label="Candidates by state"
        what="State"
        unit="Candidates"
        bars={bars.filter(({ value }) => value > 0)}
      />
    </Section>
  );
}

/** Groups that removed people come back to; they are not changed any more after repeated returns. */
function Returned() {
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  const bars = groups
    .filter(({ returnedPeople }) => returnedPeople > 0)
    .map(({ name, returnedPeople, externallyManaged }): Bar => {
      return { label: name, value: returnedPeople, tone: externallyManaged ? 'act' : 'watch' };
    });
  if (bars.length === 0) return null;
  return (
    <Section
      title="People who came back"
      description="Found in a group again after their removal, without a restore."
      isCard
    >
      <BarChart label="People who came back, by group" what="Group" unit="People" bars={bars} />
    </Section>
  );
}
