import Select from '@atlaskit/select';
import type { GroupId, JiraGroupView } from '../../../../../src/shared/contract';
import { Field } from './field';

interface GroupsFieldProps {
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  readonly groups: readonly JiraGroupView[];
  readonly selected: readonly GroupId[];
  readonly isDisabled: boolean;
  readonly onChange: (selected: readonly GroupId[]) => void;
}

/** Any number of Jira groups. One that Jira no longer knows stays until somebody takes it out. */
export function GroupsField({ label, help, placeholder, groups, selected, isDisabled, onChange }: GroupsFieldProps) {
  const nameOf = (id: GroupId) => groups.find((group) => group.id === id)?.name ?? `Deleted group ${id}`;
  return (
    <Field label={label} help={help}>
      {({ id }) => (
        <Select
          inputId={id}
          isMulti
          isSearchable
          descriptionId={`${id}-help`}
          menuPosition="fixed"
          isDisabled={isDisabled}
          placeholder={placeholder}
          noOptionsMessage={() => 'No group has this name.'}
          options={groups.map((group) => ({ value: group.id, label: group.name }))}
          value={selected.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
        />
      )}
    </Field>
  );
}
