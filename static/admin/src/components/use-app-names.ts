import type { RoleKey } from '../../../../src/shared/contract';
import { useAnswer } from '../api/queries';

/**
 * What an application is called. What was downloaded tells it while Jira can't be asked; Jira tells it before the first
 * download. Its key while nobody knows.
 */
export function useAppNames(): (roleKey: RoleKey) => string {
  const stored = useAnswer('listSoftwareModels', {}).data?.models ?? [];
  const inJira = useAnswer('listJiraGroups', {}).data?.roles ?? [];
  const names = new Map([
    ...inJira.map(({ key, name }) => [key, name] as const),
    ...stored.map(({ roleKey, name }) => [roleKey, name] as const),
  ]);
  return (roleKey) => names.get(roleKey) ?? roleKey;
}
