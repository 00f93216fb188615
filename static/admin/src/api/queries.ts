import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Operation, Output } from '../../../../src/shared/contract';
import { askSettled } from './ask-settled';
import { call } from './call';

/** How often a page looks again while something runs. */
export const POLL_MS = 2_000;

interface AnswerOptions<Name extends Operation> {
  readonly enabled?: boolean;
  /** Looks again every two seconds while this says so, and once more when it no longer does. */
  readonly pollWhile?: (value: Output<Name>) => boolean;
}

/** Asks one operation and keeps its answer. */
export function useAnswer<Name extends Operation>(
  operation: Name,
  input: Input<Name>,
  { enabled = true, pollWhile }: AnswerOptions<Name> = {},
): UseQueryResult<Output<Name>> {
  return useQuery<Output<Name>>({
    queryKey: [operation, input],
    queryFn: ({ client, queryKey }) =>
      askSettled(
        () => call(operation, input),
        client.getQueryData<Output<Name>>(queryKey),
        (value) => pollWhile?.(value) === true,
      ),
    enabled,
    refetchInterval: ({ state }) => (state.data !== undefined && pollWhile?.(state.data) ? POLL_MS : false),
  });
}

/** An operation that changes something. */
export function useCommand<Name extends Operation>(
  operation: Name,
  done: (value: Output<Name>) => void,
): UseMutationResult<Output<Name>, Error, Input<Name>> {
  return useMutation({ mutationFn: (input: Input<Name>) => call(operation, input), onSuccess: done });
}
