import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedClock } from '../core/clock';
import type { ForgePart, JiraPart } from '../core/parts';
import type { Switches } from '../core/switches';
import { parseBoundedJson } from '../core/json-depth';
import { withLocalAvatars } from './avatars';
import { placeOf } from './shell/pages';
import { sendJson } from './static-files';

const COOKIE = 'site-account';
const PEOPLE = 40;

export interface ShellApiOptions {
  readonly forge: ForgePart;
  readonly jira: JiraPart;
  readonly clock: SimulatedClock;
  readonly switches: Switches;
  readonly appOrigin: string;
}

/** What the shell's page asks its own server: who is signed in, which pages there are, and the bridge's calls. */
export async function answerShell(
  options: ShellApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const accountId = signedIn(request, options.jira);
  const body = fieldsOf(parseBoundedJson((await readBody(request)) || '{}'));
  switch (name) {
    case 'state':
      sendJson(response, 200, state(options, accountId));
      break;
    case 'sign-in':
      signIn(options.jira, body, response);
      break;
    case 'mails':
      sendJson(response, 200, { mails: mailsWithNames(options.jira) });
      break;
    case 'context':
      sendJson(response, 200, options.forge.context(String(body['moduleKey']), accountId));
      break;
    case 'invoke':
      await invoke(options.forge, body, accountId, response);
      break;
    case 'fetch-product':
      await fetchProduct(options, body, accountId, response);
      break;
    default:
      sendJson(response, 404, { message: `The shell has no ${name}` });
  }
}

function state(options: ShellApiOptions, accountId: string): unknown {
  const { forge, jira, clock, switches, appOrigin } = options;
  const everybody = jira.people(Number.MAX_SAFE_INTEGER);
  const self = everybody.find((person) => person.accountId === accountId);
  return {
    site: jira.site,
    now: new Date(clock.now()).toISOString(),
    accountId,
    administers: self?.access === 'site-admin' || self?.access === 'admin',
    mayUseApp: forge.mayUseApp(accountId),
    switches: { adminPageListed: switches.get('adminPageListed'), frameHeight: switches.get('frameHeight') },
    people: everybody.filter((person, index) => index < PEOPLE || person === self),
    pages: forge.pages.map((page) => ({
      ...page,
      basePath: addressOf(page, forge.context(page.key, accountId)),
      url: `${appOrigin}/${page.resource}/`,
    })),
  };
}

const ADDRESSES = {
  settings: '/jira/settings/apps',
  'manage-apps': '/jira/settings/apps/get-started',
  apps: '/jira/apps',
  personal: '/jira/settings/personal/apps',
} as const;

/** Where Jira shows a page of an app, as documented for its module. */
function addressOf(page: ForgePart['pages'][number], context: Record<string, unknown>): string {
  const [appId = 'app'] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(String(context['localId'])) ?? [];
  return `${ADDRESSES[placeOf(page)]}/${appId}/${String(context['environmentId'])}`;
}

/** The mails of the site, the newest first, with whom they are to. */
function mailsWithNames(jira: JiraPart): unknown[] {
  const names = new Map(
    jira.people(Number.MAX_SAFE_INTEGER).map(({ accountId, displayName }) => [accountId, displayName]),
  );
  return jira
    .mails()
    .map((mail) => ({ ...mail, name: names.get(mail.to) ?? mail.to }))
    .reverse();
}

function signIn(jira: JiraPart, body: Record<string, unknown>, response: ServerResponse): void {
  const accountId = jira.accountOf(String(body['accountId']));
  if (accountId === undefined) {
    sendJson(response, 404, { message: 'No such person' });
    return;
  }
  const cookie = `${COOKIE}=${encodeURIComponent(accountId)}; Path=/; SameSite=Strict; HttpOnly`;
  sendJson(response, 200, { accountId }, { 'set-cookie': cookie });
}

async function invoke(
  forge: ForgePart,
  body: Record<string, unknown>,
  accountId: string,
  response: ServerResponse,
): Promise<void> {
  const { moduleKey, functionKey, payload } = body;
  const call = { moduleKey: String(moduleKey), functionKey: String(functionKey), payload, accountId };
  sendJson(response, 200, await forge.invoke(call));
}

async function fetchProduct(
  { forge, appOrigin }: ShellApiOptions,
  body: Record<string, unknown>,
  accountId: string,
  response: ServerResponse,
): Promise<void> {
  if (body['product'] !== 'jira') {
    sendJson(response, 400, { message: `No product ${String(body['product'])}` });
    return;
  }
  const init = (body['fetchRequestInit'] ?? {}) as { method?: string; headers?: [string, string][]; body?: string };
  const answer = await forge.fetchProduct({
    accountId,
    method: (init.method ?? 'GET').toUpperCase(),
    path: String(body['restPath']),
    headers: Object.fromEntries(init.headers ?? []),
    ...(init.body ? { body: init.body } : {}),
  });
  const text = withLocalAvatars(answer.body, appOrigin);
  sendJson(response, 200, { ...answer, body: text, statusText: '', isAttachment: false });
}

/** The account of the cookie while it names somebody; else the first active site administrator. */
function signedIn(request: IncomingMessage, jira: JiraPart): string {
  const wanted = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
  const known = wanted === undefined ? undefined : jira.accountOf(decoded(wanted));
  return known ?? jira.siteAdministrators()[0] ?? jira.people(1)[0]?.accountId ?? '';
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** A cookie that can't be read is nobody's. */
function decoded(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
