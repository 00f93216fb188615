import { readFile } from 'node:fs/promises';
import { allCandidates, asAdministrator, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite();

/** What an administrator shows a colleague who asks why. */
describe('one person', () => {
  it('has a card that says why, with everything that was looked at, on the candidate’s page', async () => {
    const admin = asAdministrator(here.site);
    const [candidate] = await allCandidates(admin, await onlyProfile(admin));
    await here.window.open(`/removal-candidates/${candidate?.number ?? ''}`);
    const { app } = here.window;
    const facts = app.getByRole('list', { name: 'What was looked at' });
    await facts.getByText('Last contribution', { exact: true }).waitFor();
    expect(await facts.getByText('(For taking back)').count()).toBe(1);
    // Whoever is to lose a seat was looked at in these ways.
    for (const name of ['What was read', 'What is seen', 'Protected', 'Exclusions', 'Notices'])
      await facts.getByText(name, { exact: true }).waitFor();
    await app.getByText('Confidence', { exact: true }).waitFor();
    // What only says that nothing stood in the way is one click away.
    await app.getByRole('button', { name: /more checks that changed nothing/ }).click();
    const rest = app.getByRole('list', { name: 'What else was looked at' });
    await rest.getByText('Administrator', { exact: true }).waitFor();
    await app.getByText('Groups that give the seat').waitFor();
    // Days are written as the person writes them, everywhere.
    expect(await app.locator('main').innerText()).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('has a card that can be kept as a file', async () => {
    const { app, page } = here.window;
    const admin = asAdministrator(here.site);
    const profileId = await onlyProfile(admin);
    const [candidate] = await allCandidates(admin, profileId);
    const seat = { profileId, accountId: candidate?.accountId ?? '', roleKey: candidate?.roleKey ?? '' };
    const { because } = await admin.ask('getDecisionCard', seat);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^decision-.*\.txt$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain(because);
    // The name that the page shows, and the account that the evidence knows.
    expect(text).toMatch(new RegExp(`^Person: .+ \\(${seat.accountId}\\)$`, 'm'));
  });

  it('is looked up in Jira itself, without points of the app', async () => {
    const { app } = here.window;
    const before = here.site.jira.traffic(0).length;
    await app.getByRole('button', { name: 'Look in Jira now' }).click();
    await app.getByText(/in the last 60 days/).waitFor();
    await app.getByText('Not seen here: views', { exact: false }).waitFor();
    const asked = here.site.jira.traffic(0).slice(before);
    const looked = asked.filter(({ url }) => url.includes('updatedBy'));
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.every(({ principal }) => principal.startsWith('user:'))).toBe(true);
  });

  it('has the same card beside the list of seats, also when nobody proposes them', async () => {
    const { app } = here.window;
    await here.window.open('/subscriptions?activity=0-30');
    await app.getByRole('table', { name: 'Subscriptions' }).getByRole('row').nth(1).getByRole('link').first().click();
    const details = app.getByRole('complementary', { name: 'Subscription details' });
    await details
      .getByText(/^Not proposed/)
      .first()
      .waitFor();
    await details.getByText('(Keeps the seat)').first().waitFor();
    await details.getByText('Last contribution').first().waitFor();
    const workItem = details.getByRole('list', { name: 'What was looked at' }).getByRole('link').first();
    const path = `/browse/${await workItem.innerText()}`;
    expect(await workItem.getAttribute('href')).toBe(here.site.url + path);
    for (const modifiers of [[], ['Control']] as const) {
      await workItem.click({ modifiers: [...modifiers] });
      await here.window.page.getByText(`Jira would open ${path} in a new tab`).waitFor();
      await here.window.page.getByRole('button', { name: 'Dismiss' }).first().click();
    }
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
