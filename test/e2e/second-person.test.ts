import { allCandidates, asAdministrator, changeRules, confirmRules, onlyProfile } from '../end-to-end/ask';
import { violations } from './axe';
import { browserSite, type Window } from './browser';
import { focused } from './keyboard';

/** Few people: every preview checks each of them. */
const here = browserSite({ source: { seats: 20, issues: 100, seed: 1 } });
let profileId: string;
let other: Window;

beforeAll(async () => {
  const admin = asAdministrator(here.site);
  profileId = await onlyProfile(admin);
  await changeRules(admin, profileId, { maxPercentPerRun: 100 });
  await confirmRules(admin, profileId);
  other = await here.openWindow({ accountId: here.site.jira.siteAdministrators()[1] ?? '' });
});

async function ready(): Promise<number> {
  const candidates = await allCandidates(asAdministrator(here.site), profileId);
  return candidates.filter(({ state }) => state === 'Ready').length;
}

/** Presses a button by keyboard and types the number that its dialog wants. */
async function confirm({ app, page }: Window, action: string, count: number): Promise<void> {
  await app.getByRole('button', { name: action, exact: true }).press('Enter');
  await app.getByLabel(`Type ${count} to confirm`).fill(String(count));
  await page.keyboard.press('Enter');
  await app.getByRole('dialog').waitFor({ state: 'detached' });
}

async function askForAll(count: number): Promise<void> {
  const { app, page, open } = here.window;
  await open(`/removal-candidates/reclaim?profile=${profileId}&candidates=all-ready`);
  await app.getByText('This takes a second person').waitFor();
  expect(await app.getByRole('button', { name: /^Reclaim \d+ seats/ }).count()).toBe(0);
  await confirm(here.window, `Ask for approval of ${count} removals`, count);
  await page.waitForURL(/request=/);
}

it('is set on the form of a rule, and told in the list of rules', async () => {
  const { app, open } = here.window;
  await open(`/rules/${profileId}/jira-software`);
  const field = app.getByLabel('More seats than this in 24 hours need a second person');
  await field.fill('two');
  await app.getByText('Enter a whole number from 0 to 100000.').waitFor();
  await field.fill('2');
  await app.getByRole('button', { name: 'Save and confirm' }).click();
  await app.getByRole('button', { name: 'Save and confirm' }).waitFor({ state: 'detached' });
  await open('/rules');
  await app.getByRole('cell', { name: 'A second person above 2' }).waitFor();
});

it('is asked for instead of reclaiming, says who can approve, and can be withdrawn', async () => {
  const { app, page, open } = here.window;
  const count = await ready();
  await askForAll(count);
  await app.getByText('You can’t approve it yourself.').waitFor();
  expect((await focused(page)).name).toMatch(/^Waits for approval/);
  expect(await app.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await open('/removal-candidates');
  await app.getByText(`${count} removals wait for approval`).waitFor();
  await app.getByRole('button', { name: 'Withdraw the request' }).click();
  await app.getByText(`${count} removals wait for approval`).waitFor({ state: 'detached' });
  await page.goBack();
  await app.getByText('Withdrawn: nothing is taken back').waitFor();
});

it('is declined with a word to whoever asked', async () => {
  const count = await ready();
  await askForAll(count);
  const { app, page, open } = other;
  await open('/removal-candidates');
  await app.getByText(`${count} removals wait for approval`).waitFor();
  expect(await app.getByRole('button', { name: 'Withdraw the request' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await app.getByRole('button', { name: 'Look and decide' }).click();
  await app.getByRole('button', { name: 'Decline…' }).press('Enter');
  await app.getByLabel('Note (optional)').fill('Wait for the audit in May');
  await page.keyboard.press('Enter');
  await app.getByText('Declined: nothing is taken back').waitFor();
  await app.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await focused(page)).name).toMatch(/^Declined/);
  await here.window.page.reload();
  await here.window.app.getByText('Note: Wait for the audit in May').waitFor();
  expect(await ready()).toBe(count);
});

it('is approved by another administrator, who comes from the overview', async () => {
  const count = await ready();
  await askForAll(count);
  const { app, page, open } = other;
  await open('/overview');
  await app.getByRole('link', { name: `${count} removals wait for approval` }).click();
  await app.getByText(`${count} seats would be taken back`).waitFor();
  await app
    .getByText('Everybody here was checked in Jira just now.')
    .or(app.getByText(/^From a sample/))
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await confirm(other, `Approve ${count} removals`, count);
  await app.getByText('Approved', { exact: true }).waitFor();
  expect((await focused(page)).name).toMatch(/^Approved/);
});

it('is followed to the end of its run by both, whoever asked at the address where they asked', async () => {
  await here.site.control('POST', '/drain', {});
  await other.app.getByText(/JOB\d+ is (complete|partly done)/).waitFor();
  await here.window.page.reload();
  await here.window.app.getByText(/JOB\d+ is (complete|partly done)/).waitFor();
  await here.window.app.getByText('Closed Complete').first().waitFor();
  expect([...other.complaints, ...here.window.complaints]).toEqual([]);
});
