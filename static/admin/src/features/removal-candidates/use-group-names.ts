import type { GroupId } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';

/** What groups are called: as Jira tells or, while it can't be asked, as they were downloaded. Their id while nobody knows. */
export function useGroupNames(profileId: string): (ids: readonly GroupId[]) => string[] {
  const inJira = useAnswer('listJiraGroups', {});
  const stored = useAnswer('getSubscriptionTable', { profileId }, { enabled: inJira.isError });
  const groups = inJira.data?.groups ?? stored.data?.groups ?? [];
  return (ids) => ids.map((id) => groups.find((group) => group.id === id)?.name ?? id);
}
