import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { AccountId } from '../../../../../src/shared/contract';
import { Person } from '../../components/person';
import { PersonPicker } from '../../components/person-picker';
import { Field } from './field';
import styles from './rules.module.css';

interface PeopleFieldProps {
  readonly label: string;
  readonly help: string;
  readonly selected: readonly AccountId[];
  readonly isDisabled: boolean;
  readonly onChange: (selected: readonly AccountId[]) => void;
}

/** Any number of people: those chosen, and a search for one more. */
export function PeopleField({ label, help, selected, isDisabled, onChange }: PeopleFieldProps) {
  return (
    <Field label={label} help={help}>
      {({ id }) => (
        <>
          {selected.length > 0 ? (
            <ul className={styles.people} aria-label={label}>
              {selected.map((accountId) => (
                <li key={accountId} className={styles.person}>
                  <Person accountId={accountId} />
                  <IconButton
                    icon={CrossIcon}
                    label="Take out"
                    appearance="subtle"
                    spacing="compact"
                    isDisabled={isDisabled}
                    onClick={() => onChange(selected.filter((each) => each !== accountId))}
                  />
                </li>
              ))}
            </ul>
          ) : null}
          <PersonPicker
            inputId={id}
            value={null}
            onChange={(chosen) => {
              if (!isDisabled && chosen !== null && !selected.includes(chosen)) onChange([...selected, chosen]);
            }}
          />
        </>
      )}
    </Field>
  );
}
