import type { FrameLocator, Locator } from 'playwright-core';
import { browserSite } from '../e2e/browser';

const here = browserSite({ isSetUp: false });

/** Goes on with Tab until the control with this name has the focus, as somebody without a mouse does. */
async function tabTo(name: string, within: FrameLocator | Locator = here.window.app): Promise<void> {
  const exactly = { name, exact: true };
  const wanted = within.getByRole('button', exactly).or(within.getByRole('textbox', exactly));
  await wanted.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await here.window.page.keyboard.press('Tab');
  }
  throw new Error(`${name} can’t be reached with Tab`);
}

async function pressButton(name: string, within?: FrameLocator | Locator): Promise<void> {
  await tabTo(name, within);
  await here.window.page.keyboard.press('Enter');
}

/** The life of a profile, each step going on from the last. */
describe('an integration profile', () => {
  it('is created, validated and published by keyboard only', async () => {
    const { app, page } = here.window;
    await here.window.open('/profiles/new');
    await tabTo('Display name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Northwind Jira');
    await pressButton('Save');
    await page.waitForURL(/profiles\/(?!new)[^/]+$/);
    await app.getByRole('heading', { level: 1, name: 'Northwind Jira' }).waitFor();
    await app.getByText('sn_jira_spoke.jira_subscription_activity_reclaim').waitFor();
    await pressButton('Validate connection');
    await app.getByText('Next: publish.').waitFor();
    await pressButton('Publish');
    const dialog = app.getByRole('dialog');
    await dialog.getByText('SAM - Refresh Northwind Jira Activity').waitFor();
    await dialog.getByText(/points of the/).waitFor();
    await pressButton('Publish', dialog);
    await dialog.waitFor({ state: 'detached' });
    const jobs = app.getByRole('region', { name: 'Jobs' });
    await jobs.getByText('SAM - Refresh Northwind Jira Subscriptions').waitFor();
    await app.getByRole('region', { name: 'Reclaim operator' }).getByText('(you)').waitFor();
  });

  it('shows its related lists in the custom integration view and remembers the choice', async () => {
    const { app, page } = here.window;
    await here.site.control('POST', '/drain', {});
    expect(await app.getByRole('tab').count()).toBe(3);
    await app.getByLabel('View', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await app.getByRole('tab', { name: 'Software models' }).click();
    await page.waitForURL(/\/models$/);
    await app.getByRole('table', { name: 'Software models' }).waitFor();
    await page.reload();
    await app.getByRole('table', { name: 'Software models' }).waitFor();
    expect(await app.getByRole('tab').count()).toBe(7);
    await app.getByRole('tab', { name: 'Job results' }).click();
    await app.getByRole('table', { name: 'Job results' }).getByText('Complete').first().waitFor();
    await app.getByRole('tab', { name: 'Reclamation rules' }).click();
    await app.getByRole('table', { name: 'Reclamation rules' }).waitFor();
    await app.getByRole('tab', { name: 'Subscriptions', exact: true }).click();
    await app.getByRole('link', { name: /Open \d+ subscriptions/ }).click();
    await page.waitForURL(/subscriptions\?profile=/);
    await page.goBack();
  });

  it('checks the reclaim readiness without writing', async () => {
    const { app } = here.window;
    await app.getByRole('tab', { name: 'Details' }).click();
    await app.getByRole('button', { name: 'Check reclaim readiness' }).click();
    await app.getByText(/Seats could be taken back now|Seats can’t be taken back now/).waitFor();
    await app.getByRole('button', { name: 'Revoke' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await app.getByText('Nobody.').waitFor();
    await app.getByRole('button', { name: 'Authorize me' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Authorize me' }).click();
    await app.getByText('(you)').waitFor();
  });

  it('warns before unsaved changes are lost, wherever the way leads', async () => {
    const { app, page } = here.window;
    const name = app.getByRole('textbox', { name: 'Display name' });
    await name.fill('Typed and not saved');
    await page.getByRole('link', { name: 'Evidence' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    expect(await name.inputValue()).toBe('Typed and not saved');
    expect(page.url()).toMatch(/profiles\/[^/]+$/);
    await app.getByRole('link', { name: 'Integration profiles' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await app.getByRole('button', { name: 'Discard changes' }).click();
    expect(await name.inputValue()).toBe('Northwind Jira');
  });

  it('shows two editors what the other changed and loses nothing', async () => {
    const { app, page } = here.window;
    const other = await here.openWindow();
    await other.page.goto(page.url());
    await other.app.getByRole('textbox', { name: 'Display name' }).fill('Theirs');
    await other.app.getByRole('checkbox', { name: 'Reclaim subscriptions' }).uncheck();
    await app.getByRole('textbox', { name: 'Display name' }).fill('Mine');
    await other.app.getByRole('button', { name: 'Save' }).click();
    await other.app.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
    await app.getByRole('button', { name: 'Save' }).click();
    const differences = app.getByRole('table', { name: 'Your changes and theirs' });
    await differences.getByRole('cell', { name: 'Theirs', exact: true }).first().waitFor();
    expect(await app.getByRole('textbox', { name: 'Display name' }).inputValue()).toBe('Mine');
    expect(await app.getByRole('checkbox', { name: 'Reclaim subscriptions' }).isChecked()).toBe(false);
    await differences.getByRole('button', { name: 'Use yours for Reclaim subscriptions' }).click();
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
    await differences.waitFor({ state: 'detached' });
    await app.getByText('Reclaim is locked').waitFor({ state: 'detached' });
    await other.page.context().close();
  });

  it('goes back to Draft when its activity is cleared, and says so first', async () => {
    const { app, page } = here.window;
    await app.getByRole('checkbox', { name: 'Download activity' }).uncheck();
    await app.getByRole('button', { name: 'Save' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText(/SAM - Refresh Mine Activity/).waitFor();
    await dialog.getByRole('button', { name: 'Save as Draft' }).click();
    await app.getByRole('button', { name: 'Validate connection' }).waitFor();
    await app.getByText('sn_jira_spoke.jira_subscription_reclaim').waitFor();
    const profileAddress = page.url();
    await here.window.open('/removal-candidates');
    await app.getByText('Candidates of Mine are frozen').waitFor();
    await app.getByRole('table', { name: 'Removal candidates' }).getByRole('link').first().click();
    await app.getByText('Frozen: this seat can’t be taken back now').waitFor();
    expect(await app.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
    await page.goto(profileAddress);
  });

  it('is deleted only after its name was typed', async () => {
    const { app, page } = here.window;
    await app.getByRole('button', { name: 'Delete' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText(/reclamation rules? (is|are) kept/).waitFor();
    const confirm = dialog.getByRole('button', { name: 'Delete profile' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Type “Mine” to confirm').fill('Mine');
    await confirm.click();
    await page.waitForURL(/profiles$/);
    await app.getByText('No profile yet').waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
