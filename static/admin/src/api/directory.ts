import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askJira } from './jira';
import { DIRECTORY_KEY } from './people';
import type { JiraUser, People } from './person';
import { readDirectory } from './read-directory';

const READ_KEY = ['directory-read'];

/** Everybody Jira knows, or how far reading them is. */
export interface Directory {
  readonly people: People | undefined;
  readonly isReading: boolean;
  /** People read so far. */
  readonly read: number;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * All people of the site, read once a visit and only when `isWanted`; kept in memory and nowhere else. Jira's own search for
 * people looks at the first 1,000 only and needs a scope that the app does not ask for.
 */
export function useDirectory(isWanted: boolean): Directory {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: DIRECTORY_KEY,
    queryFn: ({ signal }) =>
      readDirectory(
        (path) => askJira<JiraUser[]>(path, { signal }),
        (read) => client.setQueryData(READ_KEY, read),
      ),
    enabled: isWanted,
    staleTime: 'static',
    gcTime: Infinity,
    // A refusal is shown, with a way to try again; typing on must not ask again and again.
    retryOnMount: false,
  });
  const { data: read = 0 } = useQuery<number>({ queryKey: READ_KEY, enabled: false });
  return {
    people: query.data,
    isReading: query.isFetching,
    read,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
