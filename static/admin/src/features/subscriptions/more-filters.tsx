import Textfield from '@atlaskit/textfield';
import { Row } from '../../components/layout';
import { PersonPicker } from '../../components/person-picker';
import { FilterChoice } from './filter-choice';
import { ACCOUNTS, EXCLUSIONS, groupOptions, KINDS } from './filter-options';
import type { FilterName } from './list/filter';
import type { Source } from './list/seat';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

/** The filters that are wanted less often; shown on demand. */
export const MORE_NAMES: readonly FilterName[] = ['person', 'group', 'kind', 'days', 'account', 'excluded'];

interface MoreFiltersProps {
  readonly sources: readonly Source[];
  readonly address: AddressFilter;
}

export function MoreFilters({ sources, address }: MoreFiltersProps) {
  const { filter, set } = address;
  return (
    <Row>
      <div className={styles.text}>
        <PersonPicker
          label="One person"
          placeholder="One person"
          value={filter.person}
          onChange={(accountId) => set('person', accountId)}
        />
      </div>
      <FilterChoice name="group" label="Group" options={groupOptions(sources)} address={address} />
      <FilterChoice name="kind" label="Kind of activity" options={KINDS} address={address} />
      <FilterChoice name="account" label="Account type" options={ACCOUNTS} address={address} />
      <FilterChoice name="excluded" label="Exclusions" options={EXCLUSIONS} address={address} />
      <div className={styles.choice}>
        <Textfield
          type="number"
          min={0}
          aria-label="At least so many inactive days"
          placeholder="Inactive days ≥"
          value={filter.days ?? ''}
          onChange={(event) => set('days', event.currentTarget.value)}
        />
      </div>
    </Row>
  );
}
