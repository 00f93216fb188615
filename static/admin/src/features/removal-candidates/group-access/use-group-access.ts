import { useEffect, useSyncExternalStore } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { askJira } from '../../../api/jira';
import { readPermissionSchemes, type PermissionScheme } from '../../../api/permission-schemes';
import { RoleReader, type RoleReading } from './role-reader';

/** One for the visit: previews that follow look into what was read. */
export const roleReader = new RoleReader(askJira);

/** The roles of projects as far as they were read; the first look of a visit begins to read them. */
export function useRoleReading(): RoleReading {
  const reading = useSyncExternalStore(roleReader.subscribe, roleReader.current);
  useEffect(() => roleReader.begin(), []);
  return reading;
}

/** The permission schemes, read once for the visit. */
export function usePermissionSchemes(): UseQueryResult<readonly PermissionScheme[]> {
  return useQuery({
    queryKey: ['permission-schemes'],
    queryFn: () => readPermissionSchemes((path) => askJira(path)),
    staleTime: Infinity,
  });
}
