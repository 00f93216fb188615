import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import type { ProfileView } from '../../../../../src/shared/contract';
import { SearchStatus } from '../../components/search-status';
import { FilterChoice } from './filter-choice';
import { ACTIVITIES, appOptions, CANDIDATE_STATES } from './filter-options';
import type { Source } from './list/seat';
import { MORE_NAMES, MoreFilters } from './more-filters';
import { ProfileFilter } from './profile-filter';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

interface FiltersProps {
  readonly sources: readonly Source[];
  readonly profiles: readonly ProfileView[];
  readonly address: AddressFilter;
}

/** What to look for; every choice is kept in the address. */
export function Filters({ sources, profiles, address }: FiltersProps) {
  const { filter } = address;
  const more = MORE_NAMES.filter((name) => filter[name] !== null).length;
  const [isOpen, setOpen] = useState(more > 0);
  const id = useId();
  return (
    <div role="search" aria-label="Filter subscriptions" className={styles.search}>
      <div className={styles.filters}>
        <SearchField address={address} />
        <FilterChoice name="role" label="App" options={appOptions(sources)} address={address} />
        <FilterChoice name="activity" label="Activity" options={ACTIVITIES} address={address} />
        <FilterChoice name="state" label="State" options={CANDIDATE_STATES} address={address} />
        <ProfileFilter profiles={profiles} chosen={sources} address={address} />
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {more > 0 ? `More filters (${more})` : 'More filters'}
        </Button>
        {address.isSet ? (
          <Button appearance="subtle" onClick={address.clear}>
            Clear filters
          </Button>
        ) : null}
      </div>
      <div id={id}>{isOpen ? <MoreFilters sources={sources} address={address} /> : null}</div>
      <SearchStatus text={address.text} />
    </div>
  );
}

function SearchField({ address }: Pick<FiltersProps, 'address'>) {
  return (
    <div className={styles.text}>
      <Textfield
        aria-label="Search people"
        placeholder="Search people"
        elemBeforeInput={
          <span className={styles.icon}>
            <SearchIcon label="" />
          </span>
        }
        value={address.text}
        onChange={(event) => address.setText(event.currentTarget.value)}
      />
    </div>
  );
}
