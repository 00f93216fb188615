import { useDeferredValue, useState } from 'react';
import Select from '@atlaskit/select';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';
import { findPeople, knownNames, knownPerson } from '../api/people';

const SHORTEST_SEARCH = 2;
/** As Atlassian writes them: letters, digits, a colon and dashes. */
const ACCOUNT_ID = /^[\w:-]{20,128}$/;

interface PersonPickerProps {
  readonly inputId: string;
  readonly value: AccountId | null;
  readonly placeholder?: string;
  readonly onChange: (accountId: AccountId | null) => void;
}

/** One person, found in Jira by name or e-mail. */
export function PersonPicker({ inputId, value, placeholder = 'Search by name or e-mail', onChange }: PersonPickerProps) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const isLongEnough = asked.length >= SHORTEST_SEARCH;
  const found = useQuery({
    queryKey: ['people-search', asked.toLowerCase()],
    queryFn: () => findPeople(client, asked),
    enabled: isLongEnough,
  });
  const option = (accountId: AccountId) => {
    const person = knownPerson(client, accountId);
    const label = person?.email ? `${person.name} (${person.email})` : (person?.name ?? accountId);
    return { value: accountId, label };
  };
  const matches = isLongEnough ? [...new Set([...(found.data ?? []), ...knownTo(client, asked)])] : [];
  return (
    <Select
      inputId={inputId}
      isSearchable
      isClearable
      isLoading={isLongEnough && found.isPending}
      placeholder={placeholder}
      noOptionsMessage={() =>
        isLongEnough ? NOTHING[found.status] : 'Type at least two letters, or paste an account id.'
      }
      // Jira has matched already, also by parts of a name that the label does not show.
      filterOption={null}
      menuPosition="fixed"
      options={matches.map(option)}
      value={value === null ? null : option(value)}
      onInputChange={setText}
      onChange={(chosen) => onChange(chosen?.value ?? null)}
    />
  );
}

const NOTHING = {
  pending: 'Searching…',
  success: 'Jira finds nobody.',
  error:
    'Jira does not let this app search for people now. Open the person in Subscriptions, or paste their account id.',
} as const;

/** People whose name is on the page already, and whoever an account id stands for: they need no search. */
function knownTo(client: QueryClient, text: string): AccountId[] {
  const wanted = text.toLowerCase();
  const known = [...knownNames(client)].filter(([, name]) => name.toLowerCase().includes(wanted)).map(([id]) => id);
  return ACCOUNT_ID.test(text) ? [...known, text] : known;
}
