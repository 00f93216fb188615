import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import ProgressBar from '@atlaskit/progress-bar';
import type { PointBudgetView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Moment } from '../../components/moment';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import { shareUsed } from './budget-draft';
import styles from './jobs.module.css';

const BudgetForm = lazy(() => import('./budget-form'));

/** What the jobs have used of this hour's points, and what they may use. */
export function PointBudget({ isBusy }: { readonly isBusy: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const mayChange = useMay('integrator') === true;
  const query = useAnswer('getPointBudget', {}, { pollWhile: () => isBusy });
  const edit = (
    <Button isDisabled={!mayChange || !query.data} onClick={() => setOpen(true)}>
      Change the budget
    </Button>
  );
  return (
    <Section title="Points this hour" actions={edit} isCard>
      <Loaded query={query} skeleton={<TextSkeleton lines={2} />}>
        {(budget) => (
          <>
            <Used budget={budget} />
            <Suspense fallback={null}>
              <ModalTransition>
                {isOpen ? <BudgetForm budget={budget} onClose={() => setOpen(false)} /> : null}
              </ModalTransition>
            </Suspense>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Used({ budget }: { readonly budget: PointBudgetView }) {
  const { number } = useFormat();
  const { spentThisHour, budgetPoints, resetsAt } = budget;
  const used = `${number(spentThisHour)} of ${number(budgetPoints)} points used by jobs`;
  const isSpent = spentThisHour >= budgetPoints;
  return (
    <div className={styles.budget}>
      <ProgressBar ariaLabel={used} value={shareUsed(budget)} appearance={isSpent ? 'default' : 'success'} />
      <p>
        <strong>{used}.</strong> Resets <Moment at={resetsAt} />.
        {isSpent ? ' Jobs wait until then and go on by themselves.' : ''}
      </p>
      <p className={styles.hint}>
        Points are what Jira counts for reading. All customers of the app share 65,000 an hour, so each keeps to a
        budget.
      </p>
    </div>
  );
}
