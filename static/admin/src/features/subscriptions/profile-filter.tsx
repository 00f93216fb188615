import Select from '@atlaskit/select';
import type { ProfileView } from '../../../../../src/shared/contract';
import type { Source } from './list/seat';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

interface ProfileFilterProps {
  readonly profiles: readonly ProfileView[];
  readonly chosen: readonly Source[];
  readonly address: AddressFilter;
}

const ALL = { value: '', label: 'All published profiles' };

/** Whose seats are listed; nothing where there is only one profile. */
export function ProfileFilter({ profiles, chosen, address }: ProfileFilterProps) {
  if (profiles.length < 2) return null;
  const options = [ALL, ...profiles.map(({ id, displayName }) => ({ value: id, label: displayName }))];
  const [only] = chosen;
  const value = chosen.length === 1 && only ? options.find((each) => each.value === only.profile.id) : ALL;
  return (
    <div className={styles.choice}>
      <Select
        label="Integration profile"
        options={options}
        value={value ?? ALL}
        onChange={(option) => address.set('profile', option?.value ?? null)}
      />
    </div>
  );
}
