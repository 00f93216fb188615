import { existsSync } from 'node:fs';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import type { DataSource } from '../site/site-data';

const INSTALLED = [
  process.env['CHROME_PATH'],
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Pictures of people are on the internet, which tests don't reach; and a frame may say that it has no icon. */
const HARMLESS = /ERR_|Failed to load resource|feature gate|can escape its sandboxing/;

/** An installed Chrome or Chromium; without one, the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  const executablePath = installed ?? (await packedChromium());
  return chromium.launch({ executablePath, args: QUIET });
}

/** The browser that npm brings also brings the libraries a bare Linux lacks, but unpacks them only where it believes to be hosted. */
async function packedChromium(): Promise<string> {
  if (process.platform === 'linux') process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** A person's browser window on a site: the shell's page and the app in its frame. */
export interface Window {
  readonly page: Page;
  readonly app: FrameLocator;
  /** What the browser complained about: errors of scripts, violations of the content security policy. */
  readonly complaints: readonly string[];
  readonly open: (route: string) => Promise<void>;
}

export interface WindowOptions {
  readonly accountId?: string;
  readonly colorMode?: 'light' | 'dark';
  /** Whether things move, as for most people; by default they don't, which saves waiting. */
  readonly isMoving?: boolean;
  /** Key of the module whose page `open` opens, by default the one in Jira's settings. */
  readonly module?: string;
}

interface ShellState {
  readonly pages: readonly { readonly key: string; readonly basePath: string }[];
}

interface BrowserSiteOptions {
  readonly source?: DataSource;
  readonly isSetUp?: boolean;
  readonly isMoving?: boolean;
}

/** Opens a window on a site as one person, by default the first site administrator. */
export async function openWindow(
  browser: Browser,
  site: Pick<RunningSite, 'url' | 'jira'>,
  options: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: options.isMoving === true ? 'no-preference' : 'reduce',
  });
  const accountId = options.accountId ?? site.jira.siteAdministrators()[0] ?? '';
  await context.addCookies([{ name: 'site-account', value: encodeURIComponent(accountId), url: site.url }]);
  await context.addInitScript((mode) => {
    localStorage.setItem('site-color-mode', mode);
  }, options.colorMode ?? 'light');
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !HARMLESS.test(message.text())) complaints.push(message.text());
  });
  const { pages } = (await (await fetch(`${site.url}/__shell/state`)).json()) as ShellState;
  const { basePath } = pages.find(({ key }) => key === (options.module ?? pages[0]?.key)) ?? { basePath: '' };
  return {
    page,
    app: page.frameLocator('iframe'),
    complaints,
    open: async (route) => {
      await page.goto(`${site.url}${basePath}${route}`);
    },
  };
}

/** The first start after a change bundles the app, and a cold browser takes its time. */
const START_MS = 180_000;
const PATIENCE_MS = 45_000;
const SMALL: DataSource = { seats: 60, issues: 400, seed: 1 };

/** A site and a browser for the tests of one file, with the first site administrator's window open. */
export interface BrowserSite {
  readonly site: RunningSite;
  readonly window: Window;
  readonly openWindow: (options?: WindowOptions) => Promise<Window>;
}

/** Starts a site before the tests of a file and stops it after them; `isSetUp: false` leaves the main job to the tests. */
export function browserSite({
  source = SMALL,
  isSetUp = true,
  isMoving = false,
}: BrowserSiteOptions = {}): BrowserSite {
  let running: (BrowserSite & { readonly browser: Browser }) | undefined;
  const started = () => {
    if (!running) throw new Error('The site runs only while the tests do');
    return running;
  };
  beforeAll(async () => {
    const site = await startSite({ source, browser: true });
    if (isSetUp) await runMainJob(site);
    const browser = await launchBrowser();
    const open = async (options?: WindowOptions) => {
      const window = await openWindow(browser, site, { isMoving, ...options });
      window.page.setDefaultTimeout(PATIENCE_MS);
      return window;
    };
    running = { site, browser, window: await open(), openWindow: open };
  }, START_MS);
  afterAll(async () => {
    await running?.browser.close();
    await running?.site.stop();
  });
  return {
    get site() {
      return started().site;
    },
    get window() {
      return started().window;
    },
    openWindow: (options) => started().openWindow(options),
  };
}
