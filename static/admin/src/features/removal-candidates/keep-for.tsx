import { useId } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Select from '@atlaskit/select';
import type { AccountId } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useFormat } from '../../components/format';
import { useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { DAY_MS } from '../../components/day';

export const SUGGESTED_DAYS = 90;
const CHOICES = [
  { value: 0, label: 'Until the next evaluation' },
  ...[30, SUGGESTED_DAYS, 180, 365].map((days) => ({ value: days, label: `For ${days} days` })),
];

interface KeepForProps {
  readonly accountId: AccountId;
  /** 0: until the next evaluation. */
  readonly days: number;
  readonly onChange: (days: number) => void;
}

/** How long a seat that stays is left alone: somebody on leave comes back, seasonal work starts again. */
export function KeepFor({ accountId, days, onChange }: KeepForProps) {
  const id = useId();
  const format = useFormat();
  const now = useNow();
  const mayExclude = useMay('integrator') === true;
  const until = format.date(new Date(now + days * DAY_MS).toISOString());
  return (
    <>
      <div>
        <Label htmlFor={id}>Leave the seat alone</Label>
        <Select
          inputId={id}
          menuPosition="fixed"
          isSearchable={false}
          descriptionId={`${id}-help`}
          options={CHOICES}
          value={CHOICES.find(({ value }) => value === days) ?? null}
          onChange={(option) => option && onChange(option.value)}
        />
        <div id={`${id}-help`}>
          <HelperMessage>
            {days === 0
              ? 'The rule proposes the seat again as soon as it looks, if the person stays inactive.'
              : `No rule proposes the seat before ${until}, and it is not lost with another one.`}
          </HelperMessage>
        </div>
      </div>
      {mayExclude ? (
        <p>
          For good: <RouteLink to={`/exclusions?person=${encodeURIComponent(accountId)}`}>exclude the person</RouteLink>
        </p>
      ) : null}
    </>
  );
}
