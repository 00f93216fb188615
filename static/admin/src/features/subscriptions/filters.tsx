import { memo, useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ProfileView } from '../../../../../src/shared/contract';
import { ClearFilters } from '../../components/clear-filters';
import { Row } from '../../components/layout';
import { ProfileFilter } from '../../components/profile-filter';
import { SearchField } from '../../components/search-field';
import { SearchStatus } from '../../components/search-status';
import { FilterChoice } from './filter-choice';
import { ACTIVITIES, appOptions, CANDIDATE_STATES } from './filter-options';
import { FILTER_NAMES } from './list/filter';
import type { Source } from './list/seat';
import { MORE_NAMES, MoreFilters } from './more-filters';
import styles from './subscriptions.module.css';
import type { AddressFilter } from './use-address-filter';

interface FiltersProps {
  readonly sources: readonly Source[];
  readonly profiles: readonly ProfileView[];
  readonly address: AddressFilter;
}

/** What to look for; every choice is kept in the address. Another order of the list is no reason to draw all this anew. */
export const Filters = memo(AllFilters, isSameFilter);

function isSameFilter(before: FiltersProps, { sources, profiles, address: { text, filter } }: FiltersProps): boolean {
  if (before.sources !== sources || before.profiles !== profiles || before.address.text !== text) return false;
  return FILTER_NAMES.every((name) => before.address.filter[name] === filter[name]);
}

function AllFilters({ sources, profiles, address }: FiltersProps) {
  const { filter } = address;
  const more = MORE_NAMES.filter((name) => filter[name] !== null).length;
  const [isOpen, setOpen] = useState(more > 0);
  const id = useId();
  return (
    <div role="search" aria-label="Filter subscriptions" className={styles.search}>
      <Row>
        <SearchField text={address.text} onChange={address.setText} />
        <FilterChoice name="role" label="App" options={appOptions(sources)} address={address} />
        <FilterChoice name="activity" label="Activity" options={ACTIVITIES} address={address} />
        <FilterChoice name="state" label="State" options={CANDIDATE_STATES} address={address} />
        <ProfileFilter
          profiles={profiles}
          listed={sources.map(({ profile }) => profile.id)}
          onChoose={(id) => address.set('profile', id)}
        />
        <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {more > 0 ? `More filters (${more})` : 'More filters'}
        </Button>
        <ClearFilters address={address} />
      </Row>
      <div id={id}>{isOpen ? <MoreFilters sources={sources} address={address} /> : null}</div>
      <SearchStatus text={address.text} />
    </div>
  );
}
