import { asAdministrator, confirmRules, onlyProfile, seatGroups } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite();

const table = () => here.window.app.getByRole('table', { name: 'Removal candidates' });
const heading = (state: string) => here.window.app.getByRole('button', { name: new RegExp(`^${state} \\(\\d+\\)`) });
const countOf = async (state: string) => Number((await heading(state).innerText()).replace(/\D/g, ''));

/** A second profile, over the group with the most seats only. */
async function publishSecond(): Promise<void> {
  const admin = asAdministrator(here.site);
  const [groupId = ''] = await seatGroups(admin);
  const first = await admin.ask('getProfile', { profileId: await onlyProfile(admin) });
  const { analyzeFrom } = first;
  const settings = { downloadActivity: true, analyzeFrom, reclaim: true, groupIds: [groupId] };
  const { id: profileId } = await admin.ask('saveProfile', { displayName: 'Contractors', ...settings });
  const { revision } = await admin.ask('validateConnection', { profileId });
  await admin.ask('publishProfile', { profileId, revision });
  await here.site.forge.drain();
}

describe('the list of removal candidates', () => {
  it('shows why nobody can be removed, each reason once, with the way to mend it', async () => {
    const { app, open, page } = here.window;
    await open('/removal-candidates');
    await app.getByText('Safety gate red: nobody can be removed now').waitFor();
    expect(await app.getByRole('listitem').filter({ hasText: 'Nobody has reviewed' }).count()).toBe(1);
    expect(await app.getByText('raise the limit in the rule').count()).toBe(1);
    await app.getByRole('link', { name: 'Reclamation rules' }).first().click();
    await page.waitForURL(/rules\?profile=/);
    const admin = asAdministrator(here.site);
    await confirmRules(admin, await onlyProfile(admin));
    await open('/removal-candidates');
    await app.getByText('Safety gate red: nobody is removed in the background now').waitFor();
    await app.getByText('You can still take seats back one by one.').waitFor();
  });

  it('keeps its filter and order in the address', async () => {
    const { app, page } = here.window;
    const all = await countOf('Ready');
    await app.getByRole('combobox', { name: 'App' }).click();
    await app.getByRole('option', { name: 'Jira', exact: true }).click();
    await page.waitForURL(/app=jira-software/);
    expect(await countOf('Ready')).toBeLessThan(all);
    await table().getByRole('button', { name: 'Number' }).click();
    await table().getByRole('button', { name: 'Number' }).click();
    await page.waitForURL(/sort=-number/);
    const numbers = async () =>
      (await table().getByRole('row').allInnerTexts()).flatMap((text) => /RC\d+/.exec(text) ?? []);
    const shown = await numbers();
    expect(shown).toEqual([...shown].sort().reverse());
    await page.reload();
    await heading('Ready').waitFor();
    expect(await numbers()).toEqual(shown);
    await app.getByRole('button', { name: 'Clear filters' }).click();
    await heading('Ready')
      .filter({ hasText: `(${all})` })
      .waitFor();
  });

  it('leads from the list to a preview whose button stays in sight', async () => {
    const { app, open, page } = here.window;
    await open('/removal-candidates');
    // Nobody is marked, so the names get the room.
    expect(await table().getByRole('columnheader', { name: 'Mark' }).count()).toBe(0);
    await app.getByRole('button', { name: /^Preview all \d+ ready$/ }).click();
    const reclaim = app.getByRole('button', { name: /^Reclaim \d+ seats$/ });
    await app.getByRole('table', { name: 'People in this preview' }).waitFor();
    await page.frames()[1]?.evaluate(() => window.scrollTo(0, 0));
    expect((await reclaim.boundingBox())?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await open('/removal-candidates');
    await heading('Ready').waitFor();
  });

  it('draws what people compare, with the numbers', async () => {
    const { app } = here.window;
    await app.getByRole('button', { name: /open candidates, .* a month: show in charts/ }).click();
    const savings = app.getByRole('table', { name: 'Potential savings by app' });
    const amounts = (await savings.getByRole('row').allInnerTexts()).flatMap((text) => /\d+ %/.exec(text) ?? []);
    expect(amounts).toEqual([...amounts].sort((a, b) => parseInt(b) - parseInt(a)));
    await savings.getByRole('row').filter({ hasText: 'Jira Service Management' }).getByText('$').waitFor();
    const states = app.getByRole('table', { name: 'Candidates by state' });
    await states
      .getByRole('row')
      .filter({ hasText: 'Ready' })
      .getByText(String(await countOf('Ready')))
      .waitFor();
  });

  it('takes a note and is closed by hand', async () => {
    const { app, page } = here.window;
    await table().getByRole('link').first().click();
    await page.waitForURL(/removal-candidates\/RC\d+/);
    await app.getByLabel('Work note').fill('On leave until spring.');
    await app.getByRole('button', { name: 'Add note' }).click();
    await app.getByText('Work note: On leave until spring.').waitFor();
    await app.getByRole('button', { name: 'Close skipped' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText('For 90 days').click();
    await app.getByRole('option', { name: 'For 180 days' }).click();
    await dialog.getByLabel('Work note (optional)').fill('Agreed with the team lead.');
    await dialog.getByRole('button', { name: 'Close skipped' }).click();
    await app.getByText('Closed Skipped').first().waitFor();
    await app.getByRole('term').filter({ hasText: 'Kept until' }).waitFor();
    await app
      .getByText(/Closed by hand: the seat stays, and nobody proposes it again before/)
      .first()
      .waitFor();
    await app.getByRole('link', { name: 'Removal candidates' }).click();
    await heading('Ready').click();
    await heading('Closed Skipped').waitFor();
    expect(await countOf('Closed Skipped')).toBe(1);
    await heading('Closed Skipped').click();
    await table()
      .getByText(/^Kept until/)
      .waitFor();
    await heading('Ready').click();
  });

  it('leads from closing to the exclusion of the person for good', async () => {
    const { app, page } = here.window;
    await table().getByRole('link').first().click();
    await page.waitForURL(/removal-candidates\/RC\d+/);
    await app.getByRole('button', { name: 'Close skipped' }).click();
    await app.getByRole('dialog').getByRole('link', { name: 'exclude the person' }).click();
    await page.waitForURL(/exclusions\?person=/);
    const dialog = app.getByRole('dialog', { name: 'Add exclusion' });
    await dialog.getByRole('button', { name: 'Save' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL(/exclusions$/);
    await page.goBack();
    await app.getByRole('button', { name: 'Close skipped' }).waitFor();
  });

  it('lists those of all published profiles, as many as the overview counts, or of one', async () => {
    await publishSecond();
    const { app, open, page } = here.window;
    await open('/overview');
    const link = app.getByRole('link', { name: /removal candidates are ready/ });
    const ready = Number((await link.innerText()).replace(/\D/g, ''));
    await link.click();
    await heading('Ready')
      .filter({ hasText: `(${ready})` })
      .waitFor();
    await table().getByRole('columnheader', { name: 'Profile' }).waitFor();
    await app.getByText(/Safety gate of Contractors/).waitFor();
    await app.getByRole('combobox', { name: 'Integration profile' }).click();
    await app.getByRole('option', { name: 'Contractors' }).click();
    await page.waitForURL(/profile=/);
    // Its seats are the first profile's already, which therefore proposes them.
    await app.getByRole('heading', { name: 'No removal candidates' }).waitFor();
    await app.getByRole('combobox', { name: 'Integration profile' }).click();
    await app.getByRole('option', { name: 'Jira integration' }).click();
    await heading('Ready')
      .filter({ hasText: `(${ready})` })
      .waitFor();
    expect(await table().getByRole('columnheader', { name: 'Profile' }).count()).toBe(0);
    await open('/rules');
    await app.getByRole('table', { name: 'Reclamation rules of Contractors' }).waitFor();
  });

  it('says what it means when the gate can’t be read, and shows the people all the same', async () => {
    const { app, open } = await here.openWindow();
    await here.site.control('POST', '/faults', { match: { path: '/applicationrole' }, then: { status: 503 } });
    await open('/removal-candidates');
    await app
      .getByRole('checkbox', { name: /^Select RC/ })
      .first()
      .waitFor();
    await app
      .getByText(/could not be read, so nobody is removed meanwhile/)
      .first()
      .waitFor();
    await here.site.control('DELETE', '/faults');
  });

  it('calls apps by their names while Jira does not answer at all', async () => {
    const { app, open } = await here.openWindow();
    await here.site.control('POST', '/faults', { match: { path: '/' }, then: { status: 503 } });
    await open('/removal-candidates');
    const people = app.getByRole('table', { name: 'Removal candidates' });
    await people.getByText('Jira Service Management').first().waitFor();
    expect(await people.getByText('jira-', { exact: false }).count()).toBe(0);
    await app.getByRole('combobox', { name: 'App' }).click();
    await app.getByRole('option', { name: 'Jira', exact: true }).waitFor();
    await open('/rules');
    await app
      .getByRole('table', { name: /^Reclamation rules/ })
      .first()
      .getByRole('cell', { name: 'Jira', exact: true })
      .waitFor();
    await here.site.control('DELETE', '/faults');
  });

  it('names links to people while their names are being read', async () => {
    const { app, open } = await here.openWindow();
    await here.site.control('POST', '/faults', { match: { path: '/user/bulk' }, then: { delayMs: 3000 } });
    await open('/removal-candidates');
    await app.getByRole('link', { name: 'Name is being read' }).first().waitFor();
    await here.site.control('DELETE', '/faults');
  });

  it('says what to do when an address does not tell whom it is about', async () => {
    const { app, open, page } = here.window;
    for (const address of ['reclaim', 'restore']) {
      await open(`/removal-candidates/${address}`);
      await app.getByRole('heading', { name: 'Nobody is chosen' }).waitFor();
    }
    await app.getByRole('link', { name: 'Go to Removal candidates' }).click();
    await page.waitForURL(/removal-candidates$/);
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
