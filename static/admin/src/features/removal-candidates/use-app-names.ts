import type { RoleKey } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';

/** What an application is called; its key while that is not known. */
export function useAppNames(): (roleKey: RoleKey) => string {
  const roles = useAnswer('listJiraGroups', {}).data?.roles ?? [];
  return (roleKey) => roles.find(({ key }) => key === roleKey)?.name ?? roleKey;
}
