import { existsSync } from 'node:fs';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import type { RunningSite } from '../site/site';

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

/** Opens a window on a site as one person, by default the first site administrator. */
export async function openWindow(
  browser: Browser,
  site: RunningSite,
  options: { accountId?: string; colorMode?: 'light' | 'dark' } = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
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
  const state = (await (await fetch(`${site.url}/__shell/state`)).json()) as { basePath: string };
  return {
    page,
    app: page.frameLocator('iframe'),
    complaints,
    open: async (route) => {
      await page.goto(`${site.url}${state.basePath}${route}`);
    },
  };
}
