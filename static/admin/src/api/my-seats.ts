import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { MySeats, PersonalApi } from '../../../../src/shared/contract';
import { callPersonal } from './call';

type Reply = PersonalApi['answerNotice']['input'];
const KEY = ['getMySeats'];

/** The seats of the person at the page, and what they were asked. */
export function useMySeats(): UseQueryResult<MySeats> {
  return useQuery({ queryKey: KEY, queryFn: () => callPersonal('getMySeats', {}) });
}

/** Answers a question; the seats shown are those after it. A refused answer has them read anew. */
export function useReply(done: () => void): UseMutationResult<MySeats, Error, Reply> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reply: Reply) => callPersonal('answerNotice', reply),
    onSuccess: (seats) => {
      client.setQueryData(KEY, seats);
      done();
    },
    onError: () => void client.invalidateQueries({ queryKey: KEY }),
  });
}
