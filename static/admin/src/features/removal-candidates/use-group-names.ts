import { useMemo } from 'react';
import type { GroupId } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { withGroupNames } from './with-group-names';

/** As Jira tells or, while it can't be asked, as they were downloaded. */
function useNames(profileId: string): ReadonlyMap<GroupId, string> {
  const inJira = useAnswer('listJiraGroups', {});
  const stored = useAnswer('getSubscriptionTable', { profileId }, { enabled: inJira.isError });
  const groups = inJira.data?.groups ?? stored.data?.groups;
  return useMemo(() => new Map(groups?.map(({ id, name }) => [id, name] as const)), [groups]);
}

/** What groups are called. Their id while nobody knows. */
export function useGroupNames(profileId: string): (ids: readonly GroupId[]) => string[] {
  const names = useNames(profileId);
  return (ids) => ids.map((id) => names.get(id) ?? id);
}

/** Writes what the app said for the person who reads it: groups by their names, days as they write them. */
export function useSentence(profileId: string): (text: string) => string {
  const names = useNames(profileId);
  const format = useFormat();
  return (text) => format.sentence(withGroupNames(text, names));
}
