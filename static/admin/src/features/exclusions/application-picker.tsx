import Select from '@atlaskit/select';
import type { RoleKey } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';

interface ApplicationPickerProps {
  readonly inputId: string;
  readonly value: RoleKey | null;
  /** Applications that are excluded already. */
  readonly without: readonly RoleKey[];
  readonly onChange: (roleKey: RoleKey | null) => void;
}

/** One of the site's applications. */
export function ApplicationPicker({ inputId, value, without, onChange }: ApplicationPickerProps) {
  const { data, isPending } = useAnswer('listJiraGroups', {});
  const options = (data?.roles ?? [])
    .filter(({ key }) => !without.includes(key))
    .map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Select
      inputId={inputId}
      isLoading={isPending}
      menuPosition="fixed"
      placeholder="Choose an application"
      noOptionsMessage={() => (isPending ? 'Loading…' : 'Every application is excluded already.')}
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      onChange={(option) => onChange(option?.value ?? null)}
    />
  );
}
