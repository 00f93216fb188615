import {
  readInBrowser,
  type ReadingDoors,
  type ReadingEnd,
} from '../../static/admin/src/components/browser-download/read-in-browser';
import type { MemberPageAnswer } from '../../static/admin/src/api/member-pages';
import type { SharedReadingView } from '../../src/shared/contract';
import type { Site } from '../site/assemble';
import type { Person } from './ask';

interface BrowserReading {
  readonly end: ReadingEnd;
  readonly requests: number;
  /** Simulated time it took. */
  readonly seconds: number;
}

interface Options {
  /** Asked before every request: whether the person has stopped. */
  readonly isCanceled?: (requests: number) => boolean;
  readonly onShow?: (shared: SharedReadingView) => void;
}

/** What the page does in a browser, with the page's own code, over the bridge of the local site. */
export async function readAsBrowser(
  site: Site,
  { ask, accountId }: Person & { accountId: string },
  profileId: string,
  { isCanceled = () => false, onShow = () => undefined }: Options = {},
): Promise<BrowserReading> {
  let requests = 0;
  const began = site.clock.now();
  const doors: ReadingDoors = {
    claim: () => ask('claimDownload', { profileId }),
    handIn: (runId, token, pages) => ask('handInMembers', { runId, token, pages }),
    release: (runId, token) => ask('releaseDownload', { runId, token }),
    readPage: (groupId, startAt) => readPage(site, accountId, groupId, startAt),
    // Meanwhile the queue works, as it does behind a page.
    wait: async (milliseconds) => {
      await site.forge.advanceTo(site.clock.now() + milliseconds);
      await site.forge.drain();
    },
    mayRetry: () => false,
    isCanceled: () => isCanceled(requests),
    count: () => (requests += 1),
    show: onShow,
  };
  const end = await readInBrowser(doors);
  return { end, requests, seconds: (site.clock.now() - began) / 1000 };
}

async function readPage(site: Site, accountId: string, groupId: string, startAt: number): Promise<MemberPageAnswer> {
  const path = `/rest/api/3/group/member?groupId=${encodeURIComponent(groupId)}&startAt=${startAt}&maxResults=50`;
  const answer = await site.forge.fetchProduct({ accountId, method: 'GET', path, headers: {} });
  if (answer.status === 429) return { kind: 'pause', seconds: 5 };
  if (answer.status >= 400) return { kind: 'refused', status: answer.status };
  const { total, isLast, values } = JSON.parse(answer.body) as {
    total?: number;
    isLast: boolean;
    values: { accountId: string; accountType: string; active: boolean }[];
  };
  const members = values.map(({ accountId: id, accountType, active }) => ({ accountId: id, accountType, active }));
  return { kind: 'page', page: { total: total ?? null, isLast, members } };
}
