import Select from '@atlaskit/select';
import type { ProfileView } from '../../../../src/shared/contract';
import styles from './profile-filter.module.css';

interface ProfileFilterProps {
  readonly profiles: readonly ProfileView[];
  /** Ids of those that are listed now. */
  readonly listed: readonly string[];
  /** Null: all published profiles. */
  readonly onChoose: (profileId: string | null) => void;
}

const ALL = { value: '', label: 'All published profiles' };

/** Whose seats are listed; nothing where there is only one profile. */
export function ProfileFilter({ profiles, listed, onChoose }: ProfileFilterProps) {
  if (profiles.length < 2) return null;
  const options = [ALL, ...profiles.map(({ id, displayName }) => ({ value: id, label: displayName }))];
  const only = listed.length === 1 ? options.find(({ value }) => value === listed[0]) : undefined;
  return (
    <div className={styles.choice}>
      <Select
        label="Integration profile"
        options={options}
        value={only ?? ALL}
        onChange={(option) => onChoose(option && option.value !== '' ? option.value : null)}
      />
    </div>
  );
}
