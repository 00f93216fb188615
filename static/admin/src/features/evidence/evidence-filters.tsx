import type { ReactNode } from 'react';
import { Label } from '@atlaskit/form/label';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { ClearFilters } from '../../components/clear-filters';
import { DatePicker } from '../../components/date-pickers';
import { kindText } from '../../components/evidence-kind';
import { useFormat } from '../../components/format';
import { PersonPicker } from '../../components/person-picker';
import { toWallTime } from '../../components/zoned';
import styles from './evidence.module.css';
import type { AddressFilter, FilterName } from './use-evidence-filter';

/** What to look for in the log; every choice is kept in the address. */
export function EvidenceFilters({ address }: { readonly address: AddressFilter }) {
  const kinds = useAnswer('getEvidenceLog', {}).data?.kinds ?? [];
  const options = kinds.map((kind) => ({ value: kind, label: kindText(kind) }));
  return (
    <div className={styles.filters} role="search" aria-label="Filter evidence">
      <Field id="evidence-kind" label="Kind">
        <Select
          inputId="evidence-kind"
          isClearable
          placeholder="Every kind"
          options={options}
          value={options.find(({ value }) => value === address.get('kind')) ?? null}
          onChange={(option) => address.set('kind', option?.value ?? null)}
        />
      </Field>
      {(['about', 'by'] as const).map((name) => (
        <Field key={name} id={`evidence-${name}`} label={name === 'about' ? 'About person' : 'Done by'}>
          <PersonPicker
            inputId={`evidence-${name}`}
            placeholder="Anybody"
            value={address.get(name) || null}
            onChange={(accountId) => address.set(name, accountId)}
          />
        </Field>
      ))}
      <TextFilter name="candidate" label="Candidate" placeholder="RC0000123" address={address} />
      <DayFilter name="from" label="From" address={address} />
      <DayFilter name="to" label="To" address={address} />
      <ClearFilters address={address} />
    </div>
  );
}

interface TextFilterProps {
  readonly name: FilterName;
  readonly label: string;
  readonly placeholder?: string;
  readonly address: AddressFilter;
}

function TextFilter({ name, label, placeholder = '', address }: TextFilterProps) {
  const id = `evidence-${name}`;
  return (
    <Field id={id} label={label}>
      <Textfield
        id={id}
        placeholder={placeholder}
        value={address.get(name)}
        onChange={(event) => address.set(name, event.currentTarget.value)}
      />
    </Field>
  );
}

/** A day of the person's own zone. */
function DayFilter({ name, label, address }: TextFilterProps) {
  const { viewer } = useFormat();
  const today = toWallTime(new Date(useNow()).toISOString(), viewer.timeZone).slice(0, 10);
  const id = `evidence-${name}`;
  return (
    <Field id={id} label={label}>
      <DatePicker
        id={id}
        locale={viewer.locale}
        placeholder="Any day"
        maxDate={today}
        value={address.get(name)}
        onChange={(day) => address.set(name, day)}
      />
    </Field>
  );
}

function Field({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}
