import { asAdministrator, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';
import { focused, tabTo } from './keyboard';

const here = browserSite({ isMoving: true });

/** The way from the rule to the seat given back without a mouse; each step goes on from the last. */
describe('with the keyboard alone', () => {
  it('reviews a rule and confirms it', async () => {
    const { app, page, open } = here.window;
    await open('/rules');
    await app.getByRole('table', { name: 'Reclamation rules' }).waitFor();
    await tabTo(page, /^Jira: no activity/);
    await page.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Confirm rule' }).waitFor();
    await tabTo(page, /^Confirm rule$/);
    await page.keyboard.press('Enter');
    await app.getByText('Confirmed').first().waitFor();
  });

  it('selects two people and previews them', async () => {
    const admin = asAdministrator(here.site);
    const profileId = await onlyProfile(admin);
    await liftLimits(admin, profileId);
    await confirmRules(admin, profileId);
    const { app, page, open } = here.window;
    await open('/removal-candidates');
    await app
      .getByRole('checkbox', { name: /^Select RC/ })
      .first()
      .waitFor();
    await tabTo(page, /^Select RC/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Select RC/);
    await page.keyboard.press('Space');
    await app.getByRole('button', { name: 'Preview 2 selected' }).waitFor();
    await tabTo(page, /^Preview 2 selected/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await app.getByRole('heading', { level: 1, name: 'Preview before reclaiming' }).waitFor();
  });

  it('is asked first, can go back, and finds the focus where it was', async () => {
    const { app, page } = here.window;
    await app.getByText('Would be removed').nth(1).waitFor();
    await tabTo(page, /^Reclaim 2 seats$/);
    await page.keyboard.press('Enter');
    await app.getByRole('dialog').waitFor();
    expect(await focused(page)).toEqual({ name: 'Type 2 to confirm', isInDialog: true });
    // In a low window the question scrolls between its title and its buttons.
    await page.setViewportSize({ width: 1280, height: 400 });
    const low = async (name: string) => (await app.getByRole('dialog').getByRole('button', { name }).boundingBox())?.y;
    for (let tries = 0; tries < 20 && ((await low('Cancel')) ?? 0) >= 400; tries += 1) await page.waitForTimeout(50);
    expect(await low('Cancel')).toBeLessThan(400);
    await page.setViewportSize({ width: 1280, height: 900 });
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ isInDialog: true });
    }
    await page.keyboard.press('Escape');
    await app.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toEqual({ name: 'Reclaim 2 seats', isInDialog: false });
  });

  it('takes the seats back and sees the proof', async () => {
    const { app, page } = here.window;
    await page.keyboard.press('Enter');
    await app.getByRole('dialog').waitFor();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter'); // not the number that was asked for
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/run=/);
    await app.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toMatch(/Reclaim Jira integration Subscriptions|is complete/);
    await here.site.control('POST', '/drain', {});
    await app.getByText(/JOB\d+ is complete/).waitFor();
    await app
      .getByText(/Seat freed: proven/)
      .nth(1)
      .waitFor();
  });

  it('gives them back', async () => {
    const { app, page } = here.window;
    await tabTo(page, /^Restore all 2 seats of this run/);
    await page.keyboard.press('Enter');
    await app.getByText('Would be restored').nth(1).waitFor();
    await tabTo(page, /^Restore 2 seats$/);
    await page.keyboard.press('Enter');
    await app.getByRole('dialog').waitFor();
    await page.keyboard.type('2');
    await tabTo(page, /^Restore 2 seats$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/run=.*restore/);
    await app.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toMatch(/^Restore reclaimed seats of|is complete/);
    await here.site.control('POST', '/drain', {});
    await app.getByText(/JOB\d+ is complete/).waitFor();
    await app
      .getByText(/Seat back: proven/)
      .nth(1)
      .waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
