import Select from '@atlaskit/select';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { ClearFilters } from '../../components/clear-filters';
import { ProfileFilter } from '../../components/profile-filter';
import type { ProfilesProps } from '../../components/profile-choice';
import { SearchField } from '../../components/search-field';
import { SearchStatus } from '../../components/search-status';
import { useAppNames } from '../../components/use-app-names';
import { Row, Stack } from '../../components/layout';
import styles from './candidates.module.css';
import { FlagFilter } from './flag-filter';
import { isNumberText } from './number-search';
import type { ListAddress } from './use-list-address';

interface CandidateFiltersProps {
  readonly profiles: ProfilesProps;
  readonly rows: readonly CandidateRow[];
  readonly address: ListAddress;
}

/** What to look for; every choice is kept in the address. */
export function CandidateFilters({ profiles, rows, address }: CandidateFiltersProps) {
  const nameOf = useAppNames();
  const keys = [...new Set(rows.map(({ roleKey }) => roleKey))].sort();
  const options = keys.map((key) => ({ value: key, label: nameOf(key) }));
  return (
    <div role="search" aria-label="Filter removal candidates">
      <Stack>
        <Row>
          <SearchField label="Search people or numbers" text={address.text} onChange={address.setText} />
          <ProfileFilter
            profiles={profiles.all}
            listed={profiles.listed.map(({ id }) => id)}
            onChoose={(id) => address.set('profile', id)}
          />
          {options.length > 1 || address.app !== null ? (
            <div className={styles.choice}>
              <Select
                label="App"
                placeholder="App"
                isClearable
                options={options}
                value={options.find(({ value }) => value === address.app) ?? null}
                onChange={(option) => address.set('app', option?.value ?? null)}
              />
            </div>
          ) : null}
          <FlagFilter rows={rows} chosen={address.flag} onChoose={(flag) => address.set('flag', flag)} />
          <ClearFilters address={address} />
        </Row>
        <SearchStatus text={isNumberText(address.text) ? '' : address.text} />
      </Stack>
    </div>
  );
}
