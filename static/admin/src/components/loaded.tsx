import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Stack } from './layout';
import { Problem } from './problem';

interface LoadedProps<Value> {
  readonly query: UseQueryResult<Value>;
  /** The shape of what comes. */
  readonly skeleton: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** What a query answered; until then its shape. An error is shown above what was known before. */
export function Loaded<Value>({ query, skeleton, children }: LoadedProps<Value>) {
  const { data, error, isPending, refetch } = query;
  return (
    <>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data !== undefined ? (
        children(data)
      ) : isPending ? (
        <div aria-busy="true">
          <Stack>{skeleton}</Stack>
        </div>
      ) : null}
    </>
  );
}
