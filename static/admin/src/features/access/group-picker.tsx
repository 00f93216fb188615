import { useId } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Select from '@atlaskit/select';
import type { GroupId, JiraGroupView } from '../../../../../src/shared/contract';

interface GroupPickerProps {
  readonly label: string;
  readonly groups: readonly JiraGroupView[];
  readonly selected: readonly GroupId[];
  readonly isDisabled: boolean;
  readonly onChange: (selected: readonly GroupId[]) => void;
}

/** Any number of Jira groups, found by typing. */
export function GroupPicker({ label, groups, selected, isDisabled, onChange }: GroupPickerProps) {
  const id = useId();
  const options = groups.map((group) => ({ value: group.id, label: group.name }));
  const gone = selected.filter((groupId) => !groups.some((group) => group.id === groupId));
  const known = options.filter(({ value }) => selected.includes(value));
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Select
        inputId={id}
        isMulti
        isSearchable
        isDisabled={isDisabled}
        placeholder="Nobody. Choose groups"
        noOptionsMessage={() => 'No group has this name.'}
        options={options}
        value={[...known, ...gone.map((value) => ({ value, label: `Deleted group ${value}` }))]}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
      {gone.length > 0 ? <HelperMessage>Take deleted groups out before you save.</HelperMessage> : null}
    </div>
  );
}
