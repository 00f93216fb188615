import { join } from 'node:path';
import type { RunView } from '../../src/shared/contract';
import { allSeats, asAdministrator, seatGroups } from '../end-to-end/ask';
import { writeDownloadSite } from '../tools/bench-site';
import { browserSite } from './browser';

const PATIENCE_MS = 30_000;
const SEATS = 2500;
const DAY = 24 * 3_600_000;
const FOLDER = join(__dirname, '../../.site/bench');

const here = browserSite({ source: { file: writeDownloadSite(SEATS, FOLDER) }, isSetUp: false });

afterEach(async () => {
  await here.site.control('DELETE', '/faults');
  await here.site.control('POST', '/switches', { bridgeCallsCharged: false });
});

const admin = () => asAdministrator(here.site);

const nextExchange = () => (here.site.jira.traffic(0).at(-1)?.n ?? 0) + 1;

/** Pages of the selected groups that the app itself asked Jira for, in the exchanges from `since` on. */
function pagesOfTheApp(since: number): string[] {
  const asked = here.site.jira
    .traffic(since)
    .filter(({ channel, url }) => channel === 'function' && url.includes('/group/member?groupId=g-'));
  return asked.filter(({ url }) => !url.endsWith('maxResults=1')).map(({ url }) => url);
}

/** Points that Jira charged for the page's own calls. */
const chargedToThePage = (since: number) =>
  here.site.jira.traffic(since).reduce((sum, { channel, points }) => sum + (channel === 'bridge' ? points : 0), 0);

async function validated(displayName: string) {
  const { ask } = admin();
  const saved = await ask('saveProfile', {
    displayName,
    downloadActivity: false,
    analyzeFrom: new Date(here.site.clock.now() - 30 * DAY).toISOString(),
    reclaim: false,
    groupIds: await seatGroups(admin()),
  });
  return ask('validateConnection', { profileId: saved.id });
}

/** A published profile whose download waits for the next hour's points, with most members still to be read. */
async function waiting(displayName: string): Promise<string> {
  const { ask } = admin();
  const { revision } = await ask('getPointBudget', {});
  await ask('savePointBudget', { budgetPoints: 3000, revision });
  const profile = await validated(displayName);
  await ask('publishProfile', { profileId: profile.id, revision: profile.revision });
  await until(async () => (await download(profile.id)).status === 'Waiting');
  return profile.id;
}

async function download(profileId: string): Promise<RunView> {
  const { runs } = await admin().ask('listJobRuns', { profileId });
  const [run] = runs.filter(({ kind }) => kind === 'download');
  if (!run) throw new Error('there is no download');
  return run;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise((go) => setTimeout(go, 200));
  }
}

/** So that somebody can come in between. */
const slowly = () => here.site.control('POST', '/faults', { match: { path: '/group/member' }, then: { delayMs: 400 } });

test('who publishes a big profile reads its members at once: the app asks for none', async () => {
  const { app } = here.window;
  await here.window.open('/');
  await app.getByRole('button', { name: 'Continue' }).click();
  await app.getByText(/Estimate for the first download/).waitFor();
  await app.getByRole('checkbox', { name: /Download activity/ }).waitFor();
  await app.getByRole('button', { name: 'Save and continue' }).click();
  await app.getByRole('button', { name: 'Validate connection' }).click();
  const choice = app.getByRole('checkbox', { name: /Read the members now from this browser: \d+ requests/ });
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(true);
  const since = nextExchange();
  await app.getByRole('button', { name: 'Publish' }).click();
  await app.getByRole('heading', { name: 'Reading from this browser' }).waitFor();
  const [profile] = (await admin().ask('listProfiles', {})).profiles;
  const profileId = profile?.id ?? '';
  await until(async () => (await download(profileId)).status === 'Complete');
  const run = await download(profileId);
  expect(run.summary).toMatch(/Through the administrator’s browser: \d+ requests\./);
  expect(run.points).toBeLessThan(1000);
  expect(pagesOfTheApp(since)).toEqual([]);
  expect(chargedToThePage(since)).toBe(0);
  expect(await allSeats(admin(), profileId)).toHaveLength(SEATS);
  await app.getByRole('heading', { name: 'Reading from this browser' }).waitFor({ state: 'detached' });
});

test('a download that waits for points is read from the Jobs page, also where Jira charges for it', async () => {
  const { app } = here.window;
  await here.site.control('POST', '/switches', { bridgeCallsCharged: true });
  const profileId = await waiting('Charged');
  const since = nextExchange();
  const before = await download(profileId);
  await here.window.open('/jobs');
  await app
    .getByText(/About \d+ requests to Jira are left: .* from this browser\. The background goes on in/)
    .waitFor();
  await app.getByRole('button', { name: 'Read it now from this browser' }).click();
  await until(async () => (await download(profileId)).status === 'Complete');
  const run = await download(profileId);
  expect(Date.parse(run.finishedAt ?? '')).toBeLessThan(Date.parse(before.resumesAt ?? ''));
  expect(pagesOfTheApp(since)).toEqual([]);
  expect(chargedToThePage(since)).toBeGreaterThan(2 * (SEATS / 2));
  expect(run.points - before.points).toBeLessThan(1000);
  expect(await allSeats(admin(), profileId)).toHaveLength(SEATS);
});

test('after a reload it is offered to go on; who leaves for good lets the background finish', async () => {
  const { app } = here.window;
  const profileId = await waiting('Left');
  await slowly();
  await here.window.open(`/profiles/${profileId}`);
  await app.getByRole('button', { name: 'Read it now from this browser' }).click();
  await app.getByText(/[1-9][\d,]* of [\d,]+ members read with \d+ requests/).waitFor();
  await here.window.open(`/profiles/${profileId}`);
  await app.getByText(/You began to read from a browser/).waitFor();
  await app.getByRole('button', { name: 'Go on from this browser' }).click();
  const { progress } = await download(profileId);
  await until(async () => (await download(profileId)).progress.done > progress.done);
  await here.window.page.goto(`${here.site.url}/__site`);
  await here.site.control('DELETE', '/faults');
  const left = await download(profileId);
  expect(left).toMatchObject({ status: 'Running', finishedAt: null });
  for (let hour = 0; hour < 8 && (await download(profileId)).finishedAt === null; hour += 1)
    await here.site.control('POST', '/clock', { advance: '1h' });
  const run = await download(profileId);
  expect(run.status).toBe('Complete');
  expect(run.progress.done).toBeGreaterThan(left.progress.done);
  expect(await allSeats(admin(), profileId)).toHaveLength(SEATS);
});

test('when Jira refuses the person, they are told why and the background goes on', async () => {
  const { app } = here.window;
  const profileId = await waiting('Refused');
  const { accountId } = admin();
  await here.site.control('POST', '/faults', {
    match: { path: '/group/member', principal: `user:${accountId}` },
    then: { status: 403, body: {} },
  });
  await here.window.open('/jobs');
  await app.getByRole('button', { name: 'Read it now from this browser' }).click();
  await app.getByText('Jira does not let you read the members').waitFor();
  await app.getByRole('button', { name: 'Got it' }).click();
  await app.getByRole('button', { name: 'Read it now from this browser' }).waitFor();
  expect((await download(profileId)).finishedAt).toBeNull();
});

test('made the browser complain about nothing', () => {
  expect(here.window.complaints).toEqual([]);
});
