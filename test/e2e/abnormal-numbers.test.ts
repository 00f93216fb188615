import { asAdministrator, changeRules, confirmRules, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite({ source: { seats: 120, issues: 1500, seed: 2 } });
const DAY = 24 * 3_600_000;

beforeAll(async () => {
  const { site } = here;
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await changeRules(admin, profileId, { lastActivityThresholdDays: 1095 });
  await confirmRules(admin, profileId);
  await site.forge.advanceTo(site.clock.now() + DAY);
  await changeRules(admin, profileId, { lastActivityThresholdDays: 5, maxPercentPerRun: 100 });
  await confirmRules(admin, profileId);
  await site.forge.advanceTo(site.clock.now() + DAY);
}, 180_000);

it('numbers that changed abnormally hold removals until somebody found them right, at the keyboard too', async () => {
  const { app, open, page } = here.window;
  await open('/removal-candidates');
  await app.getByRole('button', { name: 'Confirm these numbers' }).press('Enter');
  const question = app.getByRole('dialog', { name: /Are these numbers right/ });
  await question.getByRole('button', { name: 'They are right' }).press('Enter');
  await question.waitFor({ state: 'detached' });
  const gate = app.getByRole('button', { name: /^Safety gate open/ });
  await gate.waitFor();
  // The gate itself has the focus: its first control is the next one.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await app.getByText(/looked at these numbers/).waitFor();
  expect(here.window.complaints).toEqual([]);
});
