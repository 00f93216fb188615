import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { violations } from './axe';
import { browserSite } from './browser';

const HOUR = 3_600_000;
const YEAR = 366 * 24 * HOUR;

const here = browserSite();

/** Takes one seat back, and closes every other candidate. */
async function takeOne(): Promise<string> {
  const admin = asAdministrator(here.site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  let taken: string | undefined;
  for (const { number, state } of await allCandidates(admin, profileId)) {
    if (state === 'Ready' && taken === undefined) {
      const { outcome } = await admin.ask('reclaimNow', { number, mode: 'apply' });
      if (outcome === 'removed') taken = number;
      if (outcome === 'removed') continue;
    }
    await admin.ask('closeCandidate', { number, to: 'Closed Skipped', note: 'Not needed.', keepDays: 365 });
  }
  if (taken === undefined) throw new Error('no seat could be taken back');
  return taken;
}

describe('how long evidence is kept', () => {
  let taken: string;
  beforeAll(async () => {
    taken = await takeOne();
  });

  it('is changed in a dialog that says what it means, and takes nothing below a year', async () => {
    const { app, page, open } = here.window;
    await open('/evidence');
    const card = app.getByRole('region', { name: 'How long entries are kept' });
    await card.getByText('We keep every entry for good.').waitFor();
    await card.getByRole('button', { name: 'Change…' }).click();
    const dialog = app.getByRole('dialog', { name: 'How long to keep entries' });
    const save = dialog.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Delete old entries').check();
    await dialog.getByText('You can no longer restore seats whose removal we delete.').waitFor();
    await dialog.getByLabel('Months to keep').fill('11');
    await dialog.getByText('Enter a whole number from 12 to 120.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Months to keep').fill('12');
    expect(await violations(page)).toEqual([]);
    await save.click();
    await card.getByText('We delete entries older than 12 months.', { exact: false }).waitFor();
  });

  it('shows what was deleted, proves the rest, and says which seat can’t be restored any more', async () => {
    const { app, open, complaints } = here.window;
    const { clock, forge } = here.site;
    await open(`/removal-candidates/${taken}`);
    await app.getByRole('button', { name: 'Preview restore' }).waitFor();
    clock.advanceTo(clock.now() + YEAR);
    await forge.trigger('hourly-tick');
    await open('/evidence');
    await app.getByText(/^Entries up to No\. \d+, until Nov \d, 2026, are deleted\.$/).waitFor();
    await app.getByRole('button', { name: 'Verify' }).click();
    await app.getByText('Older ones were deleted as you chose', { exact: false }).waitFor();
    await open(`/removal-candidates/${taken}`);
    await app.getByText('We deleted the evidence of this removal', { exact: false }).waitFor();
    expect(await app.getByRole('button', { name: 'Preview restore' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
