import { allCandidates, asAdministrator, confirmRules, onlyProfile } from '../end-to-end/ask';
import { violations } from './axe';
import { browserSite } from './browser';

const here = browserSite();

/** What takes a seat back and gives it back: the pages with red and green gates, the dialogs, the results. */
it('gives axe nothing to find on the way of a seat, light and dark', async () => {
  const admin = asAdministrator(here.site);
  const profileId = await onlyProfile(admin);
  const [first, second, third] = await allCandidates(admin, profileId);
  const found: string[] = [];
  const visit = async (colorMode: 'light' | 'dark', pages: readonly string[]) => {
    const { app, page, open } = await here.openWindow({ colorMode });
    for (const route of pages) {
      await open(route);
      await app.getByRole('heading', { level: 1 }).waitFor();
      await app.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      found.push(...(await violations(page)).map((violation) => `${colorMode} ${route} ${violation}`));
    }
    return { app, page };
  };
  const rule = `/rules/${profileId}/jira-software`;
  const red = ['/rules', rule, '/removal-candidates', `/removal-candidates/${first?.number ?? ''}`];
  await visit('light', red);
  await visit('dark', red);
  await confirmRules(admin, profileId);
  await admin.ask('reclaimNow', { number: first?.number ?? '', mode: 'apply' });
  const numbers = `${second?.number ?? ''},${third?.number ?? ''}`;
  const reclaim = `/removal-candidates/reclaim?profile=${profileId}&candidates=${numbers}`;
  const restore = `/removal-candidates/restore?profile=${profileId}&candidates=${first?.number ?? ''}`;
  for (const colorMode of ['light', 'dark'] as const) {
    const { app, page } = await visit(colorMode, [`/removal-candidates/${first?.number ?? ''}`, reclaim, restore]);
    await app.getByRole('button', { name: 'Restore 1 seat', exact: true }).click();
    await app.getByRole('dialog').waitFor();
    found.push(...(await violations(page)).map((violation) => `${colorMode} dialog ${violation}`));
  }
  expect(found).toEqual([]);
}, 180_000);
