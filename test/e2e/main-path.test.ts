import { asAdministrator, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite({ isSetUp: false });

/** The way of an administrator from the first visit to a seat that is proven free; each step goes on from the last. */
describe('from the first visit to a seat taken back', () => {
  it('guides through four steps', async () => {
    const { app } = here.window;
    await here.window.open('/');
    await app.getByRole('heading', { level: 1, name: 'Set up License management' }).waitFor();
    await app.getByRole('button', { name: 'Continue' }).click();
    await app.getByText(/Estimate for the first download/).waitFor();
    await app.getByRole('button', { name: 'Save and continue' }).click();
    await app.getByRole('button', { name: 'Validate connection' }).click();
    await app.getByRole('button', { name: 'Publish' }).click();
    await app.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });

  it('shows the seats when the first jobs are done', async () => {
    const { app } = here.window;
    await here.site.control('POST', '/drain', {});
    await app.getByRole('region', { name: 'Last meaningful activity' }).waitFor();
    await app.getByRole('link', { name: /removal candidates? (is|are) ready/ }).waitFor();
    expect(await app.getByRole('table', { name: 'Seats by app' }).getByRole('row').count()).toBeGreaterThan(1);
  });

  it('leads from a number to the seats behind it, with the reasons of one person beside', async () => {
    const { app, page } = here.window;
    await app.getByRole('link', { name: 'None seen', exact: true }).click();
    await page.waitForURL(/subscriptions\?activity=none/);
    const table = app.getByRole('table', { name: 'Subscriptions' });
    await table.getByRole('row').nth(1).getByRole('link').first().click();
    await page.waitForURL(/subscriptions\/[^?]+\?activity=none/);
    const details = app.getByRole('complementary', { name: 'Subscription details' });
    await details.getByText('Holds the seat since').waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
  });

  it('takes one seat back and proves it', async () => {
    const { app, page } = here.window;
    const admin = asAdministrator(here.site);
    const profileId = await onlyProfile(admin);
    await liftLimits(admin, profileId);
    await confirmRules(admin, profileId);
    await here.window.open('/removal-candidates');
    await app.getByRole('button', { name: /^Ready \(\d+\)/ }).waitFor();
    await app.getByRole('table', { name: 'Removal candidates' }).getByRole('link').first().click();
    await page.waitForURL(/removal-candidates\/RC\d+/);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByText('Would be removed').waitFor();
    await app.getByRole('button', { name: 'Reclaim 1 seat' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText(/may still need their seat/).waitFor();
    await dialog.getByRole('button', { name: 'Reclaim 1 seat' }).click();
    await app
      .getByText(/^Seat freed: (proven|not known yet)/)
      .first()
      .waitFor();
    await app.getByText('Closed Complete').first().waitFor();
  });

  it('takes several back in the background after the count was typed', async () => {
    const { app, page } = here.window;
    await here.window.open('/removal-candidates');
    const boxes = app.getByRole('checkbox', { name: /^Select RC/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await app.getByRole('button', { name: 'Preview 2 selected' }).click();
    await page.waitForURL(/removal-candidates\/reclaim/);
    await app.getByRole('button', { name: 'Reclaim 2 seats', exact: true }).click();
    const confirm = app.getByRole('dialog').getByRole('button', { name: 'Reclaim 2 seats' });
    expect(await confirm.isDisabled()).toBe(true);
    await app.getByLabel('Type 2 to confirm').fill('2');
    await confirm.click();
    await page.waitForURL(/run=/);
    await here.site.control('POST', '/drain', {});
    // One of the two may belong to an identity provider: that seat can't be taken back here, and the page says so.
    await app.getByText(/JOB\d+ is (complete|partly done)/).waitFor();
    const results = app.getByRole('table', { name: 'Results by person' });
    await results.getByText('Closed Complete').first().waitFor();
    expect(await results.getByText('Not done yet').count()).toBe(0);
  });

  it('says every job result as a sentence and keeps the evidence', async () => {
    const { app } = here.window;
    await here.window.open('/jobs');
    await app.getByText(/Read [\d,]+ memberships of/).waitFor();
    await here.window.open('/evidence');
    await app.getByRole('table', { name: 'Evidence' }).getByRole('row').nth(5).waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
