import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';
import { askJira, type AskOptions } from './jira';
import { readBuckets } from './read-buckets';
import { isErased, toPerson, type JiraUser, type People, type Person } from './person';

/** People asked for in one request. */
const BATCH = 90;
const GATHER_MS = 15;
const KEEP_MS = 30 * 60_000;
/** Where everybody is kept once the directory was read. */
export const DIRECTORY_KEY = ['directory'] as const;

type Waiter = (person: Person | null) => void;
const waiting = new Map<AccountId, Waiter[]>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The person behind an account id; null when Jira does not know or does not tell. Ids asked within a moment of each other
 * go to Jira in one request, so a screen of rows costs one.
 */
export function usePerson(accountId: AccountId, enabled = true): { person: Person | null; isLoading: boolean } {
  const client = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: personKey(accountId),
    queryFn: () => (isErased(accountId) ? null : (knownPerson(client, accountId) ?? resolve(accountId))),
    enabled,
    staleTime: KEEP_MS,
    gcTime: KEEP_MS,
  });
  return { person: data ?? null, isLoading: isPending };
}

/** Everybody who was resolved for the page or read with the directory. */
export function knownPeople(client: QueryClient): People {
  const resolved = client.getQueriesData<Person | null>({ queryKey: ['person'] });
  return new Map([
    ...(client.getQueryData<People>(DIRECTORY_KEY) ?? []),
    ...resolved.flatMap(([, person]) => (person ? [[person.accountId, person] as const] : [])),
  ]);
}

/** Somebody who was resolved or read before. */
export function knownPerson(client: QueryClient, accountId: AccountId): Person | null {
  const resolved = client.getQueryData<Person | null>(personKey(accountId));
  return resolved ?? client.getQueryData<People>(DIRECTORY_KEY)?.get(accountId) ?? null;
}

/** The people behind account ids, one request for each 90 of them; who is not answered is unknown to Jira. */
async function readPeople(accountIds: readonly AccountId[], options?: AskOptions): Promise<readonly Person[]> {
  const ids = accountIds.map((accountId) => `accountId=${encodeURIComponent(accountId)}`).join('&');
  const page = await askJira<{ values: JiraUser[] }>(`/rest/api/3/user/bulk?maxResults=${BATCH}&${ids}`, options);
  return page.values.map(toPerson);
}

/**
 * The names behind many account ids, some requests side by side. People known to the page already are not asked for; who is
 * missing in the answer is unknown to Jira. Throws a JiraRefusal, or the signal's reason when it is given up.
 */
export async function readNames(
  client: QueryClient,
  accountIds: readonly AccountId[],
  { progress, ...options }: AskOptions & { readonly progress: (done: number, total: number) => void },
): Promise<People> {
  const known = knownPeople(client);
  const missing = accountIds.filter((accountId) => !known.has(accountId));
  const batches = Array.from({ length: Math.ceil(missing.length / BATCH) }, (_, index) =>
    missing.slice(index * BATCH, (index + 1) * BATCH),
  );
  let asked = 0;
  const found = await readBuckets(batches.length, async (index) => {
    const batch = batches[index] ?? [];
    const people = await readPeople(batch, options);
    progress((asked += batch.length), missing.length);
    return people;
  });
  return new Map([...known, ...found.flat().map((person) => [person.accountId, person] as const)]);
}

function personKey(accountId: AccountId): readonly [string, AccountId] {
  return ['person', accountId];
}

function resolve(accountId: AccountId): Promise<Person | null> {
  return new Promise((settle) => {
    waiting.set(accountId, [...(waiting.get(accountId) ?? []), settle]);
    timer ??= setTimeout(flush, GATHER_MS);
  });
}

function flush(): void {
  timer = undefined;
  const asked = [...waiting];
  waiting.clear();
  for (let start = 0; start < asked.length; start += BATCH) void resolveBatch(asked.slice(start, start + BATCH));
}

/** Names are decoration: a page stays useful without them, so a refusal is noted and nobody is stopped. */
async function resolveBatch(batch: readonly (readonly [AccountId, Waiter[]])[]): Promise<void> {
  const found = await readPeople(batch.map(([accountId]) => accountId)).catch((error: unknown) => {
    console.warn('Names could not be read from Jira', error);
    return [];
  });
  const people = new Map(found.map((person) => [person.accountId, person]));
  for (const [accountId, waiters] of batch) for (const settle of waiters) settle(people.get(accountId) ?? null);
}
