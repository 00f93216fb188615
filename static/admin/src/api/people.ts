import { requestJira } from '@forge/bridge';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../src/shared/contract';

export interface Person {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string | null;
  readonly avatarUrl: string | null;
  readonly active: boolean;
}

interface JiraUser {
  readonly accountId: string;
  readonly displayName?: string;
  readonly emailAddress?: string;
  readonly active?: boolean;
  readonly avatarUrls?: Readonly<Record<string, string>>;
}

const BATCH = 90;
const GATHER_MS = 15;
const KEEP_MS = 30 * 60_000;
const SEARCH_RESULTS = 100;

type Waiter = (person: Person | null) => void;
const waiting = new Map<AccountId, Waiter[]>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The person behind an account id; null when Jira does not know or does not tell. Ids asked within a moment of each other
 * go to Jira in one request, so a screen of rows costs one.
 */
export function usePerson(accountId: AccountId): { person: Person | null; isLoading: boolean } {
  const { data, isPending } = useQuery({
    queryKey: personKey(accountId),
    queryFn: () => resolve(accountId),
    staleTime: KEEP_MS,
    gcTime: KEEP_MS,
  });
  return { person: data ?? null, isLoading: isPending };
}

/** Names known so far, by account id. */
export function knownNames(client: QueryClient): ReadonlyMap<AccountId, string> {
  const known = client.getQueriesData<Person | null>({ queryKey: ['person'] });
  return new Map(known.flatMap(([, person]) => (person ? [[person.accountId, person.name] as const] : [])));
}

/** Somebody who was resolved or found before. */
export function knownPerson(client: QueryClient, accountId: AccountId): Person | null {
  return client.getQueryData<Person | null>(personKey(accountId)) ?? null;
}

/** Account ids of people whose name or e-mail Jira matches to a text. Throws when Jira does not let the page search. */
export async function findPeople(client: QueryClient, text: string): Promise<readonly AccountId[]> {
  const users = await ask<JiraUser[]>(
    `/rest/api/3/user/search?maxResults=${SEARCH_RESULTS}&query=${encodeURIComponent(text)}`,
  );
  if (users === undefined) throw new Error('Jira did not answer the search for people.');
  const people = users.map(toPerson);
  for (const person of people) client.setQueryData(personKey(person.accountId), person);
  return people.map(({ accountId }) => accountId);
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

async function resolveBatch(batch: readonly (readonly [AccountId, Waiter[]])[]): Promise<void> {
  const ids = batch.map(([accountId]) => `accountId=${encodeURIComponent(accountId)}`).join('&');
  const page = await ask<{ values: JiraUser[] }>(`/rest/api/3/user/bulk?maxResults=${BATCH}&${ids}`);
  const people = new Map((page?.values ?? []).map((user) => [user.accountId, toPerson(user)]));
  for (const [accountId, waiters] of batch) for (const settle of waiters) settle(people.get(accountId) ?? null);
}

/** Names are decoration: a page stays useful without them, so a refusal is noted and nobody is stopped. */
async function ask<Value>(path: string): Promise<Value | undefined> {
  try {
    const response = await requestJira(path, { headers: { accept: 'application/json' } });
    if (response.ok) return (await response.json()) as Value;
    console.warn(`Jira answered ${response.status} when names were asked for`);
  } catch (error) {
    console.warn('Names could not be read from Jira', error);
  }
  return undefined;
}

function toPerson(user: JiraUser): Person {
  return {
    accountId: user.accountId,
    name: user.displayName || shortId(user.accountId),
    email: user.emailAddress ?? null,
    avatarUrl: user.avatarUrls?.['24x24'] ?? user.avatarUrls?.['48x48'] ?? null,
    active: user.active ?? true,
  };
}

/** Enough of an account id to tell two unknown people apart. */
export function shortId(accountId: AccountId): string {
  return accountId.length > 8 ? `…${accountId.slice(-6)}` : accountId;
}
