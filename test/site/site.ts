import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { assembleSite, type Site, type SiteTools } from './assemble';
import { answerControl, CONTROL_PREFIX } from './control';
import { SimulatedClock } from './core/clock';
import { Faults } from './core/faults';
import { Meters } from './core/meters';
import { Switches } from './core/switches';
import { Doors } from './doors';
import { bundleOf } from './forge/app-bundle';
import { FunctionProcesses } from './forge/functions/function-processes';
import { sendReply } from './forge/proxy/http-text';
import { defaultNow, JiraSite } from './jira';
import { AppPoints } from './jira/door/app-points';
import { jiraListener } from './jira/http';
import { siteData, sourceName, type DataSource } from './site-data';
import { oneLine, StartError } from './start-error';
import { readState } from './state-file';
import { StateKeeper } from './state-keeper';

/** Long enough for an installation to settle, and for its event to come again after that. */
const INSTALLED_BEFORE_MS = 4 * 60_000;
const PROJECT = join(__dirname, '../..');
const REST_PREFIX = '/rest/api/3';
const REST_API = new RegExp(`^${REST_PREFIX}(/|\\?|$)`);
const CONTROL = new RegExp(`^${CONTROL_PREFIX}(/|\\?|$)`);

export interface SiteOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  readonly source?: DataSource;
  /** Simulated milliseconds at start. */
  readonly now?: number;
  /** Folder that keeps the site between runs. */
  readonly state?: string;
  /** Switches that are set from the start. */
  readonly switches?: Readonly<Record<string, unknown>>;
  /** Folder with manifest.yml and src; this project by default. */
  readonly appDir?: string;
  /** Whether pages are served. Building the shell takes a moment, so tests that need no browser leave it out. */
  readonly browser?: boolean;
}

/** A site that answers on loopback. */
export interface RunningSite extends Site {
  readonly port: number;
  readonly url: string;
  /** True when the site goes on from a saved state. */
  readonly restored: boolean;
  /** A control call, e.g. `control('POST', '/clock', { advance: '36h' })`; throws unless it answers 200. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** What the platform shares between all sites that have the app. */
export interface SharedByApp {
  readonly processes: FunctionProcesses;
  readonly points: AppPoints;
}

export async function sharedByApp(appDir = PROJECT): Promise<SharedByApp> {
  return { processes: new FunctionProcesses(await bundleOf(appDir)), points: new AppPoints() };
}

/** Starts a whole local site: Jira, the Forge host with the app installed, control, and the pages if wanted. */
export async function startSite(options: SiteOptions = {}, shared?: SharedByApp): Promise<RunningSite> {
  const doors = new Doors();
  const port = await doors.listen(options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  let forge: Site['forge'] | undefined;
  try {
    const { site, restored } = await installedSite(options, shared ?? (await sharedByApp(options.appDir)));
    forge = site.forge;
    const keeper = options.state === undefined ? undefined : new StateKeeper(site, options.state, sourceOf(options));
    const browser = options.browser === true ? await browserFor(site, options, url) : undefined;
    const jira = jiraListener(site.jira, { appScopes: site.forge.scopes });
    doors.handleWith((request, response) => {
      const path = request.url ?? '/';
      if (request.method !== 'GET') site.changes.count += 1;
      if (REST_API.test(path)) jira(request, response);
      else if (CONTROL.test(path)) return answerControl(site, request, response);
      else if (browser === undefined) noPages(request, response);
      else return browser.handle(request, response);
      return undefined;
    });
    const stop = async () => {
      await doors.close();
      await browser?.close();
      await site.forge.stop();
      keeper?.stop();
    };
    return { ...site, port, url, restored, stop, control: (...call) => control(url, ...call) };
  } catch (error) {
    await Promise.all([doors.close(), forge?.stop()]); // either would keep the process from ending
    throw error;
  }
}

const sourceOf = ({ source = { seats: 300, issues: 3000, seed: 1 } }: SiteOptions): DataSource => source;

async function installedSite(
  options: SiteOptions,
  { processes, points }: SharedByApp,
): Promise<{ site: Site; restored: boolean }> {
  const source = sourceOf(options);
  const data = siteData(source);
  const saved = options.state === undefined ? undefined : readState(options.state, sourceName(source));
  checkNow(options.now, saved?.now);
  const now = saved?.now ?? options.now ?? defaultNow(data);
  const clock = new SimulatedClock(saved === undefined ? now - INSTALLED_BEFORE_MS : now);
  const tools: SiteTools = { clock, meters: new Meters(), faults: new Faults(), switches: new Switches() };
  tools.switches.setAll(options.switches ?? {});
  const jira = new JiraSite({ ...tools, data, points });
  const seed = 'seed' in source ? source.seed : null;
  const site = await assembleSite(tools, { jira, appDir: options.appDir ?? PROJECT, seed, processes });
  try {
    if (saved === undefined) await install(site, now);
    else restore(site, saved);
  } catch (error) {
    await site.forge.stop();
    throw error;
  }
  return { site, restored: saved !== undefined };
}

/** A saved site has a time of its own, and the schedule and the store go with it. */
function checkNow(wanted: number | undefined, saved: number | undefined): void {
  if (wanted === undefined || saved === undefined || wanted === saved) return;
  const at = new Date(saved).toISOString();
  throw new StartError(
    `--now: the site kept in --state is at ${at}; leave --now out, and move the clock while it runs`,
  );
}

async function install({ forge, jira }: Site, now: number): Promise<void> {
  const [installer] = jira.siteAdministrators();
  if (installer !== undefined) await forge.install(installer);
  await forge.advanceTo(now);
}

function restore(
  { forge, jira }: Site,
  saved: { jira: unknown; forge: Parameters<Site['forge']['restore']>[0] },
): void {
  try {
    jira.restore(saved.jira);
    forge.restore(saved.forge);
  } catch (error) {
    throw new StartError(`--state: the saved site is damaged: ${oneLine(error)}`);
  }
}

async function browserFor(
  { forge, jira, clock, switches }: Site,
  { appDir = PROJECT }: SiteOptions,
  shellOrigin: string,
) {
  // Loaded only when wanted: it brings the page builder with it.
  const { createBrowserPart } = await import('./browser');
  return createBrowserPart({ forge, jira, clock, switches, appDir, shellOrigin });
}

function noPages(request: IncomingMessage, response: ServerResponse): void {
  sendReply(response, { status: 404, body: { message: `This site was started without pages: ${request.url}` } });
}

async function control<Answer>(url: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${url}${CONTROL_PREFIX}${path}`, { method, ...init });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${CONTROL_PREFIX}${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}
