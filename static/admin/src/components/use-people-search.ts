import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';
import { findPeople, knownNames } from '../api/people';

const SHORTEST_SEARCH = 2;
const PAUSE_MS = 250;

/**
 * The people a text stands for: everybody whose name is already on the page, plus those whom Jira finds. Undefined for an
 * empty text: then nobody is left out.
 */
export function usePeopleSearch(text: string): ReadonlySet<AccountId> | undefined {
  const client = useQueryClient();
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const asked = usePaused(wanted);
  const found = useQuery({
    queryKey: ['people-search', asked],
    queryFn: () => findPeople(client, asked),
    enabled: asked.length >= SHORTEST_SEARCH,
  }).data;
  return useMemo(() => {
    if (wanted === '') return undefined;
    const known = [...knownNames(client)].filter(([id, name]) => name.toLowerCase().includes(wanted) || id === wanted);
    return new Set([...known.map(([id]) => id), ...(asked === wanted ? (found ?? []) : [])]);
  }, [wanted, asked, found, client]);
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
