import { useDeferredValue, useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';
import { useDirectory, type Directory } from '../api/directory';
import { knownPeople } from '../api/people';
import { matcher } from './people-match';

const SHORTEST_SEARCH = 2;
/** As Atlassian writes them: letters, digits, a colon and dashes. */
const ACCOUNT_ID = /^[\w:-]{20,128}$/;

/** The site's people as far as a search needs them: an empty text, a single letter and an account id need nobody. */
export function useSearchedDirectory(text: string): Directory {
  const wanted = text.trim();
  return useDirectory(wanted.length >= SHORTEST_SEARCH && !ACCOUNT_ID.test(wanted));
}

/**
 * The people a text stands for: whoever a pasted account id names, else everybody with words that begin so in their name or
 * e-mail address. While the directory is not there, those whose name is on the page. Undefined for an empty text.
 */
export function usePeopleSearch(text: string): ReadonlySet<AccountId> | undefined {
  const client = useQueryClient();
  const wanted = useDeferredValue(text.trim());
  const { people } = useSearchedDirectory(wanted);
  return useMemo(() => {
    if (wanted === '') return undefined;
    if (ACCOUNT_ID.test(wanted)) return new Set([wanted]);
    const isWanted = matcher(wanted);
    const found = new Set<AccountId>();
    for (const person of knownPeople(client).values()) if (isWanted(person)) found.add(person.accountId);
    return found;
    // The directory is read through the client; its arrival is the reason to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, people, client]);
}
