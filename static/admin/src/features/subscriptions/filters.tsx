import Button from '@atlaskit/button/new';
import SearchIcon from '@atlaskit/icon/core/search';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import type { SubscriptionTable } from '../../../../../src/shared/contract';
import { STATES } from '../../components/candidate-states';
import { ACTIVITY_FILTERS } from './subscription-list';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

interface FiltersProps {
  readonly table: SubscriptionTable;
  readonly address: AddressFilter;
}

/** What to look for; every choice is kept in the address. */
export function Filters({ table, address }: FiltersProps) {
  const roles = table.roles.map(({ key, name }) => ({ value: key, label: name }));
  const groups = table.groups.map(({ id, name }) => ({ value: id, label: name }));
  const states = [...STATES.map((state) => ({ value: state, label: state })), NOT_A_CANDIDATE];
  return (
    <div className={styles.filters} role="search" aria-label="Filter subscriptions">
      <div className={styles.text}>
        <Textfield
          aria-label="Search people"
          placeholder="Search people"
          elemBeforeInput={
            <span className={styles.icon}>
              <SearchIcon label="" />
            </span>
          }
          value={address.text}
          onChange={(event) => address.setText(event.currentTarget.value)}
        />
      </div>
      <Choice name="role" label="App" options={roles} address={address} />
      <Choice name="group" label="Group" options={groups} address={address} />
      <Choice name="activity" label="Activity" options={ACTIVITY_FILTERS} address={address} />
      <Choice name="state" label="State" options={states} address={address} />
      {address.isSet ? (
        <Button appearance="subtle" onClick={address.clear}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

const NOT_A_CANDIDATE = { value: 'none', label: 'Not a candidate' };

interface ChoiceProps {
  readonly name: 'role' | 'group' | 'activity' | 'state';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly address: AddressFilter;
}

function Choice({ name, label, options, address }: ChoiceProps) {
  const current = address.get(name);
  return (
    <div className={styles.choice}>
      <Select
        label={label}
        placeholder={label}
        isClearable
        options={options}
        value={options.find(({ value }) => value === current) ?? null}
        onChange={(option) => address.set(name, option?.value ?? null)}
      />
    </div>
  );
}
