import { useId, useState } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { PointBudgetView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';
import { useFormat } from '../../components/format';
import { isAllowed, parsePoints } from './budget-draft';

interface BudgetFormProps {
  readonly budget: PointBudgetView;
  readonly onClose: () => void;
}

/** Changes how many points the jobs of this site may use an hour. */
export default function BudgetForm({ budget, onClose }: BudgetFormProps) {
  const format = useFormat();
  const client = useQueryClient();
  const [text, setText] = useState(String(budget.budgetPoints));
  const points = parsePoints(text);
  const save = useCommand('savePointBudget', ({ budgetPoints }) => {
    for (const stale of ['getPointBudget', 'previewPublish', 'estimateActivity'])
      void client.invalidateQueries({ queryKey: [stale] });
    onClose();
    tell('success', `Jobs may now use ${format.number(budgetPoints)} points an hour`);
  });
  const send = (budgetPoints: number) =>
    save.mutate(
      { budgetPoints, revision: budget.revision },
      {
        onError: (error) => {
          if (failureOf(error).code === 'conflict') void client.invalidateQueries({ queryKey: ['getPointBudget'] });
        },
      },
    );
  return (
    <Dialog
      title="Change the point budget"
      action="Save"
      isReady={isAllowed(points, budget) && points !== budget.budgetPoints}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        if (isAllowed(points, budget)) send(points);
      }}
    >
      <p>
        Jira gives this app 65,000 points an hour, for all its customers together. What your jobs take, the jobs of
        others miss, so take a fair share. A smaller budget makes big downloads take more hours; nothing is lost.
      </p>
      <PointsField text={text} budget={budget} isInvalid={!isAllowed(points, budget)} onChange={setText} />
      <p>Jobs are held to it from their next turn on. Those that wait for points go on at the full hour.</p>
    </Dialog>
  );
}

interface PointsFieldProps {
  readonly text: string;
  readonly budget: PointBudgetView;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
}

function PointsField({ text, budget, isInvalid, onChange }: PointsFieldProps) {
  const { number } = useFormat();
  const id = useId();
  const range = `${number(budget.minimum)} to ${number(budget.maximum)}`;
  return (
    <div>
      <Label htmlFor={id}>Points an hour</Label>
      <Textfield
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-help`}
        isInvalid={isInvalid}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-help`}>
        <HelperMessage>
          {isInvalid ? `Enter a whole number from ${range}.` : `From ${range}. Suggested: ${number(budget.suggested)}.`}
        </HelperMessage>
      </div>
    </div>
  );
}
