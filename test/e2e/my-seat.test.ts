import type { Page, Route } from 'playwright-core';
import type { Answer, MySeat, MySeats } from '../../src/shared/contract';
import { violations } from './axe';
import { browserSite, type Window } from './browser';
import { focused, tabTo } from './keyboard';

const here = browserSite({ source: { seats: 20, issues: 20, seed: 1 }, isSetUp: false });
const NOW = '2026-04-01T09:00:00.000Z';

const ASKED: NonNullable<MySeat['question']> = {
  number: 'RC0000012',
  askedAt: '2026-03-29T09:00:00.000Z',
  answerBy: '2026-04-13T12:00:00.000Z',
  answerDay: '2026-04-12',
  answerZone: 'Europe/Amsterdam',
  state: 'asked',
  answeredAt: null,
  keptUntil: null,
  keptThrough: null,
  mayAnswer: true,
};

const seat = (question: Partial<typeof ASKED> | null, rest: Partial<MySeat> = {}): MySeat => ({
  roleKey: 'jira-software',
  application: 'Jira Software',
  activity: { kind: 'none-since', since: '2026-01-03T09:00:00.000Z' },
  question: question && { ...ASKED, ...question },
  ...rest,
});

interface Stage {
  readonly answers: Answer<MySeats>[];
  readonly asked: { readonly functionKey: string; readonly payload: unknown }[];
}

const ok = (...seats: MySeat[]): Answer<MySeats> => ({ ok: true, value: { seats }, now: NOW });
const refused = (message: string): Answer<MySeats> => ({
  ok: false,
  error: { code: 'refused', message, reference: 'abc' },
  now: NOW,
});

/** Opens the page of somebody whose server answers this, one after the other; the last answer stays. */
async function open(answers: Answer<MySeats>[], options: { colorMode?: 'light' | 'dark' } = {}) {
  const colleague = here.site.jira.people(100).find(({ access }) => access === 'user')?.accountId ?? '';
  const window = await here.openWindow({ accountId: colleague, module: 'my-seat', ...options });
  const stage: Stage = { answers: [...answers], asked: [] };
  await window.page.route('**/__shell/invoke', (route) => play(route, stage));
  await window.open('');
  await window.app.getByRole('heading', { level: 1, name: 'My Jira seat' }).waitFor();
  await window.app.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  return { ...window, asked: stage.asked };
}

async function play(route: Route, { answers, asked }: Stage): Promise<void> {
  asked.push(route.request().postDataJSON() as Stage['asked'][number]);
  const value = answers.length > 1 ? answers.shift() : answers[0];
  await route.fulfill({ json: { ok: true, value } });
}

const card = ({ app }: Pick<Window, 'app'>, name = 'Jira Software') => app.getByRole('region', { name });
const scripts = (page: Page) =>
  page.frames()[1]?.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)) ?? [];

describe('a question about a seat', () => {
  it('says why it is asked, until when to answer, and what happens', async () => {
    const { app, complaints } = await open([ok(seat({}))]);
    await card({ app }).getByText('You have not been seen in Jira Software since Jan 3, 2026.').waitFor();
    await card({ app })
      .getByText(/Please answer by the end of Apr 12, 2026, counted in the time zone Europe\/Amsterdam/)
      .waitFor();
    for (const text of ['If you keep it', 'If you don’t need it', 'Without an answer'])
      await card({ app }).getByText(text).waitFor();
    await card({ app }).getByText('Reference: RC0000012').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is answered with “keep”, and a reason for whoever decides', async () => {
    const kept = seat({ state: 'wants-to-keep', answeredAt: NOW });
    const { app, asked, complaints } = await open([ok(seat({})), ok(kept)]);
    await app.getByRole('button', { name: 'Keep my seat' }).click();
    const dialog = app.getByRole('dialog', { name: 'Keep your Jira Software seat?' });
    await dialog.getByRole('textbox').fill('Month-end reports');
    await dialog.getByRole('button', { name: 'Keep my seat' }).click();
    await card({ app }).getByText('You asked to keep it on Apr 1, 2026.').waitFor();
    const payload = { number: 'RC0000012', answer: 'keep', reason: 'Month-end reports' };
    expect(asked.at(-1)).toMatchObject({ functionKey: 'answerNotice', payload, moduleKey: 'my-seat' });
    await card({ app }).getByRole('button', { name: 'I don’t need it after all' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is answered with “not needed” only after it was said what that means, by keyboard', async () => {
    const { app, page, asked } = await open([ok(seat({})), ok(seat({ state: 'released', answeredAt: NOW }))]);
    await page.locator('iframe').focus();
    await tabTo(page, /^I don’t need it$/);
    await page.keyboard.press('Enter');
    await app.getByRole('dialog').getByText('What you made there stays').waitFor();
    expect(await focused(page)).toEqual({ name: 'Cancel', isInDialog: true });
    await tabTo(page, /^I don’t need it$/);
    await page.keyboard.press('Enter');
    await card({ app }).getByText('You said on Apr 1, 2026 that you don’t need it').waitFor();
    expect(asked.at(-1)).toMatchObject({ payload: { answer: 'release' } });
    expect((await focused(page)).name).toContain('This seat will be taken back');
  });

  it('tells why an answer was refused, and shows how it is now', async () => {
    const decided = seat({ state: 'denied', mayAnswer: false, answeredAt: NOW });
    const { app } = await open([ok(seat({})), refused('An administrator decided meanwhile.'), ok(decided)]);
    await app.getByRole('button', { name: 'Keep my seat' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Keep my seat' }).click();
    await app.getByRole('dialog').getByText('An administrator decided meanwhile.').waitFor();
    await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await card({ app }).getByText('an administrator decided to take it back').waitFor();
    expect(await card({ app }).getByRole('button').count()).toBe(0);
  });
});

describe('the page', () => {
  it.each([
    ['kept', { state: 'kept', keptThrough: '2026-10-01', mayAnswer: false }, 'before the end of Oct 1, 2026'],
    ['too late', { mayAnswer: false }, 'so the seat may be taken back'],
    ['late', { answerBy: '2026-03-31T09:00:00.000Z' }, 'You can still answer until the seat is taken back.'],
    ['given up', { state: 'released' }, 'You said that you don’t need it'],
  ] as const)('says what came of an answer: %s', async (_name, question, text) => {
    const { app } = await open([ok(seat(question))]);
    await card({ app }).getByText(text).waitFor();
  });

  it('shows every seat, those with a question first, and never calls what is unknown inactive', async () => {
    const quiet = seat(null, { application: 'Jira Service Management', roleKey: 'jsm', activity: { kind: 'unknown' } });
    const used = seat(null, { application: 'Product Discovery', roleKey: 'jpd', activity: { kind: 'seen', at: NOW } });
    const { app } = await open([ok(quiet, used, seat({}))]);
    const cards = await app.locator('section[aria-labelledby]:not(section section)').allInnerTexts();
    expect(cards.map((text) => /^.*/.exec(text)?.[0])).toEqual([
      'Jira Software',
      'Jira Service Management',
      'Product Discovery',
    ]);
    await card({ app }, 'Jira Service Management').getByText('When you last used it is not known.').waitFor();
    await card({ app }, 'Product Discovery').getByText('You were last seen using it just now').waitFor();
    expect(await app.getByText('You don’t have to do anything.').count()).toBe(2);
    expect(await app.getByText('nactive').count()).toBe(0);
  });

  it('says so when there is no seat, and when it can’t be told', async () => {
    const { app } = await open([ok()]);
    await app.getByText('You hold no seat that this app looks after').waitFor();
    const failed = await open([refused('Jira is busy.'), ok(seat({}))]);
    await failed.app.getByText('Jira is busy.').waitFor();
    await failed.app.getByRole('button', { name: 'Retry' }).click();
    await card(failed).waitFor();
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to find, %s', async (colorMode) => {
    const { page, app } = await open([ok(seat({}), seat(null, { roleKey: 'b', application: 'B' }))], { colorMode });
    expect(await violations(page)).toEqual([]);
    await app.getByRole('button', { name: 'Keep my seat' }).click();
    await app.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('fits a narrow window', async () => {
    const { page, app } = await open([ok(seat({}))]);
    await page.setViewportSize({ width: 480, height: 800 });
    await app.getByRole('button', { name: 'Keep my seat' }).waitFor();
    const overflow = await page.frames()[1]?.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

describe('the mail of the site', () => {
  it('leads the person who got it to the page', async () => {
    const { site } = here;
    const window = await here.openWindow();
    const [to = ''] = site.jira.people(100).flatMap(({ access, accountId }) => (access === 'user' ? [accountId] : []));
    const state = (await (await fetch(`${site.url}/__shell/state`)).json()) as {
      pages: { key: string; basePath: string }[];
    };
    const address = `https://site.atlassian.net${state.pages.find(({ key }) => key === 'global-page')?.basePath}/my-seat`;
    const about = {
      subject: 'Do you still need it?',
      textBody: `Answer here:\n${address}`,
      to: { users: [{ accountId: to }] },
    };
    const [issue] = (await jira('search/jql', { jql: 'created > "2000-01-01"' })).issues as { id: string }[];
    await jira(`issue/${issue?.id}/notify`, about);
    await window.page.goto(site.url);
    await window.page.getByRole('button', { name: 'Mail' }).click();
    const mail = window.page.getByRole('dialog').getByRole('article').filter({ hasText: 'Do you still need it?' });
    await mail.getByRole('link').click();
    await window.app.getByRole('heading', { level: 1, name: 'My Jira seat' }).waitFor();
    expect(new URL(window.page.url()).pathname).toBe(new URL(address).pathname);
    expect((await scripts(window.page)).filter((name) => /\/(app|overview-page)-/.test(name))).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});

/** Asks Jira as the first site administrator. */
async function jira(path: string, body: object): Promise<Record<string, unknown>> {
  const [admin] = here.site.jira.siteAdministrators();
  const authorization = `Basic ${Buffer.from(`${admin}:any`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${here.site.url}/rest/api/3/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
}

describe('the pages of the app', () => {
  it('load nothing of each other', async () => {
    const mine = await open([ok(seat({}))]);
    expect((await scripts(mine.page)).filter((name) => /\/(app|overview-page)-/.test(name))).toEqual([]);
    await here.window.open('/overview');
    await here.window.app.getByRole('heading', { level: 1 }).waitFor();
    expect((await scripts(here.window.page)).filter((name) => /\/my-seat-/.test(name))).toEqual([]);
  });
});
