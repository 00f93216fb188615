import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** What can be looked for, where that is not people alone. */
  readonly label?: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Looks for people in a list. */
export function SearchField({ label = 'Search people', text, onChange }: SearchFieldProps) {
  return (
    <div className={styles.field}>
      <Textfield
        aria-label={label}
        placeholder={label}
        elemBeforeInput={
          <span className={styles.icon}>
            <SearchIcon label="" />
          </span>
        }
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
