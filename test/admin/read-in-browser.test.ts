import type { MemberPageAnswer } from '../../static/admin/src/api/member-pages';
import { readInBrowser, type ReadingDoors } from '../../static/admin/src/components/browser-download/read-in-browser';
import type { HandedInPage, SharedReadingView } from '../../src/shared/contract';

const PAGE = 50;
const SIZES: Readonly<Record<string, number>> = { 'g-1': 620, 'g-2': 30, 'g-3': 0 };

const shared = (state: SharedReadingView['state'], fields: Partial<SharedReadingView> = {}): SharedReadingView => ({
  runId: 'r',
  token: 't',
  state,
  places: [],
  done: 0,
  total: null,
  handedIn: 0,
  points: 0,
  status: 'Running',
  summary: '',
  ...fields,
});

/** The places that are left: first pages, then side by side. */
function placesOf(next: ReadonlyMap<string, number | null>) {
  return [...next].flatMap(([groupId, startAt]) => {
    if (startAt === null) return [];
    if (startAt === 0) return [{ groupId, attempt: 1, startAt, pages: 1 }];
    return Array.from({ length: Math.ceil(((SIZES[groupId] ?? 0) - startAt) / PAGE) }, (_, n) => ({
      groupId,
      attempt: 1,
      startAt: startAt + n * PAGE,
      pages: 1,
    })).slice(0, 8);
  });
}

/** An app and a Jira, as the page sees them. */
class Surroundings {
  readonly next = new Map<string, number | null>(Object.keys(SIZES).map((id) => [id, 0]));
  readonly log: string[] = [];
  readonly waits: number[] = [];
  requests = 0;
  underWay = 0;
  mostUnderWay = 0;
  /** Decides what Jira answers to the nth request; undefined: the page. */
  answer: (n: number) => MemberPageAnswer | undefined = () => undefined;
  beforeHandIn: (pages: readonly HandedInPage[]) => SharedReadingView | undefined = () => undefined;
  isCanceled = () => false;

  readonly doors: ReadingDoors = {
    claim: () => {
      this.log.push('claim');
      return Promise.resolve(this.state());
    },
    handIn: (_run, _token, pages) => {
      this.log.push(`hand in ${pages.length}`);
      const instead = this.beforeHandIn(pages);
      if (instead) return Promise.resolve(instead);
      for (const { groupId, startAt, isLast, members } of pages) {
        if (this.next.get(groupId) === startAt) this.next.set(groupId, isLast ? null : startAt + members.length);
      }
      return Promise.resolve(this.state());
    },
    release: () => {
      this.log.push('release');
      return Promise.resolve(true);
    },
    readPage: async (groupId, startAt) => {
      const nth = this.requests;
      this.underWay += 1;
      this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
      await new Promise((go) => setImmediate(go));
      this.underWay -= 1;
      return this.answer(nth) ?? this.page(groupId, startAt);
    },
    wait: (milliseconds) => {
      this.waits.push(milliseconds);
      return Promise.resolve();
    },
    mayRetry: (error) => (error as Error).message === 'no answer',
    isCanceled: () => this.isCanceled(),
    count: () => (this.requests += 1),
    show: () => undefined,
  };

  state(): SharedReadingView {
    const places = placesOf(this.next);
    return places.length > 0 ? shared('read', { places }) : shared('finished', { status: 'Complete' });
  }

  page(groupId: string, startAt: number): MemberPageAnswer {
    const total = SIZES[groupId] ?? 0;
    const count = Math.min(PAGE, total - startAt);
    const members = Array.from({ length: count }, (_, n) => ({
      accountId: `${groupId}-${startAt + n}`,
      accountType: 'atlassian',
      active: true,
    }));
    return { kind: 'page', page: { total, isLast: startAt + count >= total, members } };
  }
}

test('reads everything, never with more than five requests at once, and ends with the run', async () => {
  const world = new Surroundings();
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished', run: { status: 'Complete' } });
  expect(world.requests).toBe(13 + 1 + 1);
  expect(world.mostUnderWay).toBe(5);
  expect(world.log).not.toContain('release');
});

test('a pause that Jira asks for holds all requests, and nothing is lost', async () => {
  const world = new Surroundings();
  world.answer = (n) => (n === 6 ? { kind: 'pause', seconds: 7 } : undefined);
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished' });
  expect(world.waits).toEqual([7000]);
  expect(world.requests).toBe(16);
});

test.each<[string, MemberPageAnswer, object]>([
  ['asks for a long pause', { kind: 'pause', seconds: 90 }, { kind: 'limited', seconds: 90 }],
  ['refuses', { kind: 'refused', status: 403 }, { kind: 'refused', status: 403 }],
  ['does not answer three times', { kind: 'failed' }, { kind: 'unanswered' }],
])('when Jira %s, what was read is handed in and the background goes on', async (_what, answer, end) => {
  const world = new Surroundings();
  world.answer = (n) => (n > 6 ? answer : undefined);
  expect(await readInBrowser(world.doors)).toEqual(end);
  expect(world.log.at(-1)).toBe('release');
  expect(world.log.slice(0, -1)).toEqual(['claim', 'hand in 3', expect.stringMatching(/^hand in [3-8]$/)]);
});

test('one page that fails once or twice is asked for again', async () => {
  const world = new Surroundings();
  world.answer = (n) => (n === 5 || n === 9 ? { kind: 'failed' } : undefined);
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished' });
});

test('a part whose answer was lost is sent again', async () => {
  const world = new Surroundings();
  let losses = 2;
  world.beforeHandIn = () => {
    losses -= 1;
    if (losses >= 0) throw new Error('no answer');
    return undefined;
  };
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished' });
  expect(world.log.slice(0, 4)).toEqual(['claim', 'hand in 3', 'hand in 3', 'hand in 3']);
});

test('what the app refuses ends the reading with its words', async () => {
  const world = new Surroundings();
  world.beforeHandIn = () => {
    throw new Error('not permitted');
  };
  await expect(readInBrowser(world.doors)).rejects.toThrow('not permitted');
});

test('who stops keeps what was read', async () => {
  const world = new Surroundings();
  world.isCanceled = () => world.requests >= 5;
  expect(await readInBrowser(world.doors)).toEqual({ kind: 'canceled' });
  expect(world.log.at(-1)).toBe('release');
  expect(world.log.at(-2)).toMatch(/^hand in [1-9]/);
});

test('another tab that took over is left alone', async () => {
  const world = new Surroundings();
  world.beforeHandIn = () => shared('taken');
  expect(await readInBrowser(world.doors)).toEqual({ kind: 'taken' });
  expect(world.log).not.toContain('release');
});

test('after a sleep it claims again, but not for ever', async () => {
  const world = new Surroundings();
  let ended = 1;
  world.beforeHandIn = () => (ended-- > 0 ? shared('ended') : undefined);
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished' });
  expect(world.log.filter((line) => line === 'claim')).toHaveLength(2);
  const sleepy = new Surroundings();
  sleepy.beforeHandIn = () => shared('ended');
  sleepy.answer = () => ({ kind: 'page', page: { total: 1, isLast: true, members: [] } });
  expect(await readInBrowser(sleepy.doors)).toEqual({ kind: 'silent' });
});

test('while the background finishes its piece or the app proves the list, it looks again from time to time', async () => {
  const world = new Surroundings();
  const answers = [shared('wait'), shared('wait'), shared('check')];
  world.beforeHandIn = () => answers.shift();
  expect(await readInBrowser(world.doors)).toMatchObject({ kind: 'finished' });
  expect(world.waits).toHaveLength(3);
  expect(world.log.filter((line) => line === 'hand in 0')).toHaveLength(3);
});
