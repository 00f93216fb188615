// What a person waits for on the Subscriptions page: the first rows, every filter, every column that sorts, in a browser.
// Arguments: seats and work items of the site, 50000 and 100000 unless told. Run it on a quiet machine.
import type { Frame } from 'playwright-core';
import { launchBrowser, openWindow, type Window } from '../e2e/browser';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';

const PATIENCE_MS = 120_000;
const REST_MS = 500;
const COLUMNS_KEY = 'license-management.subscription-columns';
const ALL = ['account', 'type', 'app', 'groups', 'activity', 'kind', 'inactive', 'usage', 'since', 'state', 'number'];
const FILTERS: readonly (readonly [string, string])[] = [
  ['App', 'Jira'],
  ['Activity', 'Inactive'],
  ['Activity', '60–90 days ago'],
  ['State', 'Any open candidate'],
  ['Group', ''],
  ['Kind of activity', 'Contribution'],
  ['Account type', 'Everybody else'],
  ['Exclusions', 'Without excluded seats'],
];

/** Milliseconds until it was shown, and how many of them the page's own thread was on the processor. */
interface Time {
  readonly waited: number;
  readonly worked: number;
}

interface Waited {
  readonly what: string;
  readonly times: readonly Time[];
}

type Clock = (work: () => Promise<number>) => Promise<Time>;

/** Times a piece of work in the page. On a busy machine only the processor time says something about the page. */
async function threadClock({ page }: Window): Promise<Clock> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  return async (work) => {
    const before = await busy();
    const waited = await work();
    return { waited, worked: (await busy()) - before };
  };
}

const table = ({ app }: Window) => app.getByRole('table', { name: 'Subscriptions' });

function frameOf({ page }: Window): Frame {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('The app has no frame');
  return frame;
}

type Listed = Pick<RunningSite, 'url' | 'jira' | 'control'>;

/** Opens the list anew, with a fresh allowance of the store; answers when its first rows and when all seats were there. */
async function openList(site: Listed, window: Window): Promise<{ readonly first: number; readonly complete: number }> {
  await site.control('POST', '/clock', { advance: '2m' });
  const began = performance.now();
  await window.open('/subscriptions');
  await table(window).getByRole('link').first().waitFor({ timeout: PATIENCE_MS });
  const first = performance.now() - began;
  await window.app.getByText(/Reading [\d,]+ of/).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  return { first, complete: performance.now() - began };
}

/** Clicks within the page and waits for the frame in which the table shows it; in milliseconds. */
function clickUntil(frame: Frame, wanted: { readonly click: string; readonly shows: string }): Promise<number> {
  return frame.evaluate(async ({ click, shows }) => {
    const found = (xpath: string) =>
      document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    const began = performance.now();
    (found(click) as HTMLElement).click();
    const painted = () => new Promise((done) => requestAnimationFrame(done));
    while (!found(shows)) await painted();
    await painted();
    return performance.now() - began;
  }, wanted);
}

const head = (name: string, state = '') => `//*[@role="columnheader"][normalize-space()="${name}"]${state}`;

/** As long as a person looks: names of the rows before have come. */
const rest = ({ page }: Window) => page.waitForTimeout(REST_MS);

/** Two clicks on every column: one way round and the other. */
async function sortAll(window: Window, clock: Clock): Promise<Waited[]> {
  const frame = frameOf(window);
  const names = await table(window).getByRole('columnheader').allInnerTexts();
  const waited: Waited[] = [];
  for (const name of names.map((each) => each.trim())) {
    const click = `${head(name)}//button`;
    const other = (await frame.evaluate(sortOf, head(name))) === 'ascending';
    const ways = other ? ['descending', 'ascending'] : ['ascending', 'descending'];
    const times = [];
    for (const way of ways) {
      const shows = head(name, `[@aria-sort="${way}"]`);
      await rest(window);
      times.push(await clock(() => clickUntil(frame, { click, shows })));
    }
    waited.push({ what: `sort by ${name}`, times });
  }
  return waited;
}

function sortOf(xpath: string): string | null {
  const found = document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
  return (found as Element).getAttribute('aria-sort');
}

async function filterAll(window: Window, clock: Clock): Promise<Waited[]> {
  const { app } = window;
  const more = app.getByRole('button', { name: /^More filters/ });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  const waited: Waited[] = [];
  for (const [label, option] of FILTERS) {
    await app.getByRole('combobox', { name: label, exact: true }).click();
    const options = app.getByRole('option');
    await rest(window);
    const chosen = option === '' ? options.first() : app.getByRole('option', { name: option, exact: true });
    const id = (await chosen.getAttribute('id')) ?? '';
    const count = '//p[@role="status"]/strong[contains(., " of ") or starts-with(., "0")]';
    const shows = `${count}|//h2[.="No seat matches"]`;
    const set = label === 'Exclusions' || label === 'Account type' ? `//*[text()="${option}"]` : shows;
    waited.push({
      what: `filter by ${label}: ${option || 'the first'}`,
      times: [await clock(() => clickUntil(frameOf(window), { click: `//*[@id="${id}"]`, shows: set }))],
    });
    await app.getByRole('button', { name: 'Clear filters' }).click();
    await app.getByText(/^[\d,]+ seats$/).waitFor();
  }
  return waited;
}

/** Typing into the search, when the names were read before. */
async function searchFor(window: Window, clock: Clock, text: string): Promise<Waited> {
  const field = window.app.getByRole('textbox', { name: 'Search people' });
  await field.fill('zzz');
  await window.app.getByText('No seat matches').waitFor({ timeout: PATIENCE_MS });
  await window.app.getByText(/^Reading the names/).waitFor({ state: 'detached', timeout: PATIENCE_MS });
  await rest(window);
  const time = await clock(() => frameOf(window).evaluate(typeInto, text));
  await window.app.getByRole('button', { name: 'Clear filters' }).click();
  return { what: `search for “${text}”`, times: [time] };
}

/** Runs in the page. */
async function typeInto(wanted: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Search people"]');
  const began = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, wanted);
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  const painted = () => new Promise((done) => requestAnimationFrame(done));
  while (!/ of /.test(document.querySelector('p[role="status"] strong')?.textContent ?? '')) await painted();
  await painted();
  return performance.now() - began;
}

function tell(waited: readonly Waited[]): void {
  const each = (times: readonly number[]) => times.map(Math.round).join(', ');
  console.table(
    waited.map(({ what, times }) => ({
      what,
      'until shown (ms)': each(times.map((time) => time.waited)),
      'processor (ms)': each(times.map((time) => time.worked)),
    })),
  );
  const all = waited.flatMap(({ times }) => times);
  const most = (numbers: readonly number[]) => Math.round(Math.max(...numbers));
  console.log(
    `At most ${most(all.map((time) => time.waited))} ms until shown, ${most(all.map((time) => time.worked))} ms of processor time.`,
  );
}

/** Measures the list of a running site as its first site administrator. */
export async function measureList(site: Listed): Promise<void> {
  const browser = await launchBrowser();
  try {
    const window = await openWindow(browser, site);
    window.page.setDefaultTimeout(PATIENCE_MS);
    // What compiles this file names functions with it, those that run in the page too.
    await window.page.addInitScript('globalThis.__name = (each) => each;');
    const cold = await openList(site, window);
    await frameOf(window).evaluate(({ key, columns, account }) => localStorage.setItem(`${key}.${account}`, columns), {
      key: COLUMNS_KEY,
      columns: [...ALL, 'excluded', 'profile'].join(','),
      account: site.jira.siteAdministrators()[0],
    });
    const again = await openList(site, window);
    console.table([
      { 'in ms': 'first visit', 'first rows': Math.round(cold.first), 'all seats': Math.round(cold.complete) },
      { 'in ms': 'second visit', 'first rows': Math.round(again.first), 'all seats': Math.round(again.complete) },
    ]);
    const clock = await threadClock(window);
    tell([...(await filterAll(window, clock)), await searchFor(window, clock, 'mar')]);
    tell(await sortAll(window, clock));
    console.log('Once more:');
    tell(await sortAll(window, clock));
  } finally {
    await browser.close();
  }
}

async function main(seats = 50_000, issues = 100_000): Promise<void> {
  const site = await startSite({ source: { seats, issues, seed: 1 }, browser: true });
  try {
    await runMainJob(site);
    console.log(`The list of ${seats} people with a seat:`);
    await measureList(site);
  } finally {
    await site.stop();
  }
}

if (require.main === module)
  void main(...process.argv.slice(2).map(Number)).then(
    () => process.exit(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
