import { useState } from 'react';
import Select from '@atlaskit/select';
import { useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';
import { knownPerson, usePerson } from '../api/people';
import { useFormat } from './format';
import { whyUnread } from './search-status';
import { usePeopleSearch, useSearchedDirectory } from './use-people-search';

/** More than this many nobody reads; another letter narrows them. */
const SHOWN = 50;

interface PersonPickerProps {
  readonly inputId?: string;
  /** Where no visible label names the field. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly value: AccountId | null;
  readonly onChange: (accountId: AccountId | null) => void;
}

/** One person, found by name, e-mail or account id. */
export function PersonPicker({ inputId, label, placeholder, value, onChange }: PersonPickerProps) {
  const client = useQueryClient();
  const format = useFormat();
  const [text, setText] = useState('');
  const { isReading, read, error } = useSearchedDirectory(text);
  const matches = [...(usePeopleSearch(text) ?? [])].slice(0, SHOWN);
  usePerson(value ?? '', value !== null);
  const option = (accountId: AccountId) => {
    const person = knownPerson(client, accountId);
    const name = person && !person.active ? `${person.name}, deactivated` : (person?.name ?? accountId);
    return { value: accountId, label: person?.email ? `${name} (${person.email})` : name };
  };

  function nothing(): string {
    if (text.trim().length < 2) return 'Type at least two letters, or paste an account id.';
    if (isReading) return `Reading the names of your site: ${format.number(read)} so far`;
    return error ? whyUnread(error) : 'Nobody on this site has a name or e-mail like this.';
  }

  return (
    <Select
      inputId={inputId}
      label={label}
      isSearchable
      isClearable
      isLoading={isReading}
      placeholder={placeholder ?? 'Search by name or e-mail'}
      noOptionsMessage={nothing}
      // Matched already, also by parts of a name that the label does not show.
      filterOption={null}
      menuPosition="fixed"
      options={matches.map(option)}
      value={value === null ? null : option(value)}
      onInputChange={setText}
      onChange={(chosen) => onChange(chosen?.value ?? null)}
    />
  );
}
