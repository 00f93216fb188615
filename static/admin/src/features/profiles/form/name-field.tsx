import { useId } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { RequiredAsterisk } from '@atlaskit/form/required-asterisk';
import Textfield from '@atlaskit/textfield';
import { FieldError } from '../../../components/field-error';

interface NameFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A unique name: what it is for, and what is wrong with it. */
export function NameField(props: NameFieldProps) {
  const { label, help, value, placeholder, isRequired, isDisabled, problem, onChange } = props;
  const id = useId();
  return (
    <div>
      <Label htmlFor={id}>
        {label}
        {isRequired ? <RequiredAsterisk /> : null}
      </Label>
      <Textfield
        id={id}
        placeholder={placeholder}
        aria-describedby={`${id}-help ${id}-error`}
        isRequired={isRequired}
        isInvalid={problem !== undefined}
        isDisabled={isDisabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-help`}>
        <HelperMessage>{help}</HelperMessage>
      </div>
      <FieldError id={`${id}-error`} problem={problem} />
    </div>
  );
}
