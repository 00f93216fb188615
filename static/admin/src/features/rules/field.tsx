import { useId, type ReactNode } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { FieldError } from '../../components/field-error';

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string | undefined;
  /** Gets the ids that label and describe the control. */
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode;
}

/** A labeled control with its help and what is wrong with it. */
export function Field({ label, help, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      {children({ id, describedBy: `${id}-help ${id}-error` })}
      <div id={`${id}-help`}>{help ? <HelperMessage>{help}</HelperMessage> : null}</div>
      <FieldError id={`${id}-error`} problem={problem} />
    </div>
  );
}

interface TextProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly isNumber?: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

export function TextInput({ value, isNumber = false, isDisabled, onChange, ...field }: TextProps) {
  return (
    <Field {...field}>
      {({ id, describedBy }) => (
        <Textfield
          id={id}
          width={isNumber ? 'xsmall' : 'large'}
          inputMode={isNumber ? 'numeric' : 'text'}
          aria-describedby={describedBy}
          isInvalid={field.problem !== undefined}
          isDisabled={isDisabled}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly help: string }[];
  readonly isDisabled: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few; what the chosen one means stands below. */
export function Choice<Value extends string>({ label, value, choices, isDisabled, onChange }: ChoiceProps<Value>) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field label={label} {...(chosen ? { help: chosen.help } : {})}>
      {({ id }) => (
        <Select
          inputId={id}
          descriptionId={`${id}-help`}
          menuPosition="fixed"
          isSearchable={false}
          isDisabled={isDisabled}
          options={choices}
          value={chosen ?? null}
          onChange={(option) => option && onChange(option.value)}
        />
      )}
    </Field>
  );
}
