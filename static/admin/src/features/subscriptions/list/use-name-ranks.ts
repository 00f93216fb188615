import { useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useDirectory } from '../../../api/directory';
import { knownPeople } from '../../../api/people';
import type { People } from '../../../api/person';
import { ranksOf, type Ranks } from './sort';

const NO_RANKS: Ranks = new Map();
/** The directory is read once a visit, and ordered once. */
const ranked = new WeakMap<People, Ranks>();

/**
 * Places by name. To order everybody, everybody's name is needed: the directory is read when somebody sorts by it. Until it
 * is there, those whose name is on the page are ordered.
 */
export function useNameRanks(isWanted: boolean): Ranks {
  const client = useQueryClient();
  const { people } = useDirectory(isWanted);
  return useMemo(() => {
    if (people) return rankedOnce(people);
    return isWanted ? ranksOf(knownPeople(client)) : NO_RANKS;
  }, [isWanted, people, client]);
}

function rankedOnce(people: People): Ranks {
  let ranks = ranked.get(people);
  if (!ranks) ranked.set(people, (ranks = ranksOf(people)));
  return ranks;
}
