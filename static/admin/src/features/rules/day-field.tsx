import { DatePicker } from '../../components/date-pickers';
import { useFormat } from '../../components/format';
import { Field } from './field';

interface DayFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string | undefined;
  readonly placeholder: string;
  readonly isDisabled: boolean;
  /** Like all days here `YYYY-MM-DD`; empty: none is chosen. */
  readonly value: string;
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
  readonly onChange: (day: string) => void;
}

/** A day that may be left empty. */
export function DayField({ label, help, problem, minDate, maxDate, ...picker }: DayFieldProps) {
  const { viewer } = useFormat();
  return (
    <Field label={label} {...(help === undefined ? {} : { help })} problem={problem}>
      {({ id }) => (
        <DatePicker
          id={id}
          locale={viewer.locale}
          {...picker}
          {...(minDate ? { minDate } : {})}
          {...(maxDate ? { maxDate } : {})}
        />
      )}
    </Field>
  );
}
