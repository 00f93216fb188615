import { lazy, Suspense } from 'react';
import { isClosed } from '../../components/candidate-states';
import { Disclosure } from '../../components/disclosure';
import { useFormat } from '../../components/format';
import { TextSkeleton } from '../../components/skeletons';
import { savingsOf } from './total-savings';
import type { ListedCandidate } from './use-candidate-rows';
import { useUnitCosts } from './use-unit-costs';

const Charts = lazy(() => import('./candidate-charts'));

interface InNumbersProps {
  readonly rows: readonly ListedCandidate[];
}

/** What the open candidates come to; drawn on demand. */
export function InNumbers({ rows }: InNumbersProps) {
  const format = useFormat();
  const costOf = useUnitCosts();
  const open = rows.filter(({ state }) => !isClosed(state));
  const savings = savingsOf(open, costOf);
  const seats = format.count(open.length, 'open candidate', 'open candidates');
  return (
    <Disclosure
      title={savings ? `${seats}, ${format.money(savings)} a month: show in charts` : `${seats}: show in charts`}
    >
      <Suspense fallback={<TextSkeleton lines={4} />}>
        <Charts rows={rows} costOf={costOf} />
      </Suspense>
    </Disclosure>
  );
}
