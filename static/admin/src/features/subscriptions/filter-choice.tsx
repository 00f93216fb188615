import Select from '@atlaskit/select';
import type { FilterOption } from './filter-options';
import type { FilterName } from './list/filter';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

interface FilterChoiceProps {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly address: AddressFilter;
}

/** One filter with a few possible values; empty lets everything pass. */
export function FilterChoice({ name, label, options, address }: FilterChoiceProps) {
  const current = address.filter[name];
  const unknown = current !== null ? { value: current, label: current } : null;
  return (
    <div className={styles.choice}>
      <Select
        label={label}
        placeholder={label}
        isClearable
        options={options}
        value={options.find(({ value }) => value === current) ?? unknown}
        onChange={(option) => address.set(name, option?.value ?? null)}
      />
    </div>
  );
}
