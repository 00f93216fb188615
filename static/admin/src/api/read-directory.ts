import { toPerson, type JiraUser, type People, type Person } from './person';

const PAGE = 1000;
const PARALLEL = 4;

/**
 * Reads the directory page by page until a page is empty, some pages side by side. Jira may give shorter pages than asked
 * for, so a page begins where the one before it really ended; who is listed twice counts once. Apps are left out.
 */
export async function readDirectory(
  ask: (path: string) => Promise<readonly JiraUser[]>,
  progress: (read: number) => void,
): Promise<People> {
  const people = new Map<string, Person>();
  const readPage = async (startAt: number): Promise<number> => {
    const users = await ask(`/rest/api/3/users/search?startAt=${startAt}&maxResults=${PAGE}`);
    for (const user of users) if (isPerson(user)) people.set(user.accountId, toPerson(user));
    progress(people.size);
    return users.length;
  };
  const stride = await readPage(0);
  let start = stride;
  let side = stride < PAGE ? 1 : PARALLEL;
  while (stride > 0) {
    const lengths = await Promise.all(Array.from({ length: side }, (_, index) => readPage(start + index * stride)));
    const short = lengths.findIndex((length) => length < stride);
    const length = lengths[short];
    if (length === 0) break;
    // The end is near, or Jira gives shorter pages now: from here on no page may be guessed.
    if (length !== undefined) side = 1;
    start += length === undefined ? side * stride : short * stride + length;
  }
  return people;
}

function isPerson({ accountType }: JiraUser): boolean {
  return accountType === undefined || accountType === 'atlassian';
}
