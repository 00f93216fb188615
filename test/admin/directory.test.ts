import { readDirectory } from '../../static/admin/src/api/read-directory';
import type { JiraUser } from '../../static/admin/src/api/person';

/** A site whose pages hold at most so many people, whatever is asked for; counts what it is asked. */
function site(users: readonly JiraUser[], most: (startAt: number) => number) {
  const asked: number[] = [];
  const ask = (path: string): Promise<readonly JiraUser[]> => {
    const query = new URLSearchParams(path.split('?')[1]);
    const [startAt, size] = [Number(query.get('startAt')), Number(query.get('maxResults'))];
    asked.push(startAt);
    return Promise.resolve(users.slice(startAt, startAt + Math.min(size, most(startAt))));
  };
  return { ask, asked };
}

const people = (count: number): JiraUser[] =>
  Array.from({ length: count }, (_, index) => ({ accountId: `account-${index}`, displayName: `Person ${index}` }));

const nothing = () => undefined;

test.each([
  ['nobody', 0, 1000],
  ['less than a page', 61, 1000],
  ['exactly a page', 1000, 1000],
  ['many pages', 12_345, 1000],
  ['pages that are shorter than asked for', 777, 100],
])('reads everybody: %s', async (_name, count, most) => {
  const { ask } = site(people(count), () => most);
  expect([...(await readDirectory(ask, nothing)).keys()].sort()).toEqual(
    people(count)
      .map(({ accountId }) => accountId)
      .sort(),
  );
});

test('skips nobody when Jira gives shorter pages halfway', async () => {
  const { ask } = site(people(9000), (startAt) => (startAt < 3000 ? 1000 : 300));
  expect((await readDirectory(ask, nothing)).size).toBe(9000);
});

test('asks about as often as there are pages and tells how far it is', async () => {
  const { ask, asked } = site(people(50_000), () => 1000);
  const told: number[] = [];
  await readDirectory(ask, (read) => told.push(read));
  expect(asked.length).toBeLessThanOrEqual(54);
  expect(told[0]).toBe(1000);
  expect(told.at(-1)).toBe(50_000);
  expect(new Set(asked).size).toBe(asked.length);
});

test('leaves out apps and customers, and keeps who is deactivated', async () => {
  const users: JiraUser[] = [
    { accountId: 'bot', accountType: 'app', displayName: 'Automation' },
    { accountId: 'customer', accountType: 'customer', displayName: 'Customer' },
    { accountId: 'gone', accountType: 'atlassian', displayName: 'Gone', active: false },
  ];
  const found = await readDirectory(site(users, () => 1000).ask, nothing);
  expect([...found.values()]).toMatchObject([{ accountId: 'gone', active: false }]);
});

test('a page that is refused fails the whole: half a directory would find half the people', async () => {
  const { ask } = site(people(3000), () => 1000);
  const refusing = (path: string) => (path.includes('startAt=2000') ? Promise.reject(new Error('no')) : ask(path));
  await expect(readDirectory(refusing, nothing)).rejects.toThrow('no');
});
