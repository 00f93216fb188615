// What a person waits for on the Removal candidates page: the first rows (also in a browser that was never here), everybody,
// every order, a filter, a tick.
// Arguments: seats and work items of the site, 11000 (about 5,000 candidates) and 3000 unless told. Run it on a quiet machine.
import { launchBrowser, openWindow, type Window } from '../e2e/browser';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';

const PATIENCE_MS = 60_000;
const VISITS = 5;
/** Until the first rows are there, in a browser that was never here. */
const MOST_MS = 1_500;
const COLUMNS = ['Number', 'App', 'Inactive days', 'Opened'];

interface Visit {
  readonly first: number;
  readonly complete: number;
}

/** Opens the list anew, with a fresh allowance of the store; answers when its first rows and when everybody was there. */
async function visit(site: RunningSite, window: Window): Promise<Visit> {
  await site.control('POST', '/clock', { advance: '2m' });
  const began = performance.now();
  await window.open('/removal-candidates');
  await window.app
    .getByRole('checkbox', { name: /^Select RC/ })
    .first()
    .waitFor({ timeout: PATIENCE_MS });
  const first = performance.now() - began;
  await window.app
    .getByRole('button', { name: /^Preview all/ })
    .and(window.app.locator(':enabled'))
    .waitFor();
  return { first, complete: performance.now() - began };
}

/** Visits with a browser that has nothing of the page yet, neither files nor compiled code. */
async function coldVisits(site: RunningSite): Promise<number[]> {
  const times = [];
  for (let n = 1; n <= VISITS; n += 1) {
    const browser = await launchBrowser();
    const window = await openWindow(browser, site);
    times.push((await visit(site, window)).first);
    await browser.close();
  }
  return times.sort((a, b) => a - b);
}

/** Clicks an element within the page and waits for the second frame after it: what the click changed is shown by then. */
async function clicked(window: Window, xpath: string): Promise<number> {
  const frame = window.page.frames().find((each) => each !== window.page.mainFrame());
  if (!frame) throw new Error('The app has no frame');
  return frame.evaluate(async (path) => {
    const found = document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    const painted = () => new Promise((done) => requestAnimationFrame(done));
    const began = performance.now();
    (found as HTMLElement).click();
    await painted();
    await painted();
    return performance.now() - began;
  }, xpath);
}

async function used(window: Window) {
  const { app } = window;
  const rows = [];
  for (const column of COLUMNS) {
    const xpath = `//*[@role="columnheader"][normalize-space()="${column}"]//button`;
    const times = [await clicked(window, xpath), await clicked(window, xpath)];
    rows.push({ what: `sort by ${column}`, 'until shown (ms)': times.map(Math.round).join(', ') });
  }
  const tick = await clicked(window, '(//input[starts-with(@aria-label, "Select RC")])[2]');
  await app.getByRole('button', { name: 'Preview 1 selected' }).waitFor();
  rows.push({ what: 'select one', 'until shown (ms)': String(Math.round(tick)) });
  const all = await clicked(window, '//button[starts-with(normalize-space(), "Clear selection")]');
  rows.push({ what: 'clear the selection', 'until shown (ms)': String(Math.round(all)) });
  const closed = await clicked(window, '//button[starts-with(normalize-space(), "Ready (")]');
  rows.push({ what: 'close a group', 'until shown (ms)': String(Math.round(closed)) });
  await app.getByRole('combobox', { name: 'App' }).click();
  const filter = await clicked(window, '(//*[@role="option"])[1]');
  rows.push({ what: 'filter by app', 'until shown (ms)': String(Math.round(filter)) });
  return rows;
}

async function main(seats = 11_000, issues = 3_000): Promise<void> {
  const site = await startSite({ source: { seats, issues, seed: 1 }, browser: true });
  const browser = await launchBrowser();
  try {
    const { overview } = await runMainJob(site);
    const window = await openWindow(browser, site);
    window.page.setDefaultTimeout(PATIENCE_MS);
    // What compiles this file names functions with it, those that run in the page too.
    await window.page.addInitScript('globalThis.__name = (each) => each;');
    const visits = [];
    for (let n = 1; n <= VISITS; n += 1) {
      const { first, complete } = await visit(site, window);
      visits.push({ visit: n, 'first rows (ms)': Math.round(first), 'all (ms)': Math.round(complete) });
    }
    console.log(`Removal candidates, ${overview.candidatesReady} of them:`);
    console.table(visits);
    console.table(await used(window));
    const cold = (await coldVisits(site)).map(Math.round);
    const median = cold[Math.floor(cold.length / 2)] ?? Infinity;
    console.log(`First rows in a cold browser: ${cold.join(', ')} ms; median ${median} ms.`);
    if (median > MOST_MS) throw new Error(`The first rows are to be there within ${MOST_MS} ms.`);
  } finally {
    await browser.close();
    await site.stop();
  }
}

void main(...process.argv.slice(2).map(Number)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
