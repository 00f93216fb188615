import type { Frame } from 'playwright-core';
import { asAdministrator, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite({ source: { seats: 60, issues: 300, seed: 3 } });

function appFrame(): Frame {
  const { page } = here.window;
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('The app has no frame');
  return frame;
}

/** The count that the list says it shows, when it has all seats. */
async function listed(address = '/subscriptions'): Promise<string> {
  const { app, open } = here.window;
  await open(address);
  await app.getByText(/Reading [\d,]+ of/).waitFor({ state: 'detached' });
  return app
    .getByText(/^([\d,]+( of [\d,]+)? seats?|No seat matches)$/)
    .first()
    .innerText();
}

/** What the tab keeps of lists, by the names of their parts. */
const kept = () =>
  appFrame().evaluate(() =>
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith('license-management.part.'))
      .sort(),
  );

/** Makes what is kept tell of fewer people, so that it shows whether it is used. */
async function cutKept(): Promise<void> {
  await appFrame().evaluate(
    async (keys) => {
      const packed = async (value: unknown) => {
        const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate'));
        return btoa(String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer())));
      };
      for (const key of keys) {
        const part = JSON.parse(sessionStorage.getItem(key) ?? '{}') as object;
        const columns = await packed({ shapes: [], firstSeen: [], at: [], candidates: [] });
        sessionStorage.setItem(key, JSON.stringify({ ...part, columns }));
      }
    },
    await kept(),
  );
}

const listId = async () => {
  const admin = asAdministrator(here.site);
  return (await admin.ask('getSubscriptionTable', { profileId: await onlyProfile(admin) }))?.list ?? '';
};

it('shows at once what was decided since, although its parts are kept', async () => {
  const all = await listed();
  const before = await kept();
  expect(before.length).toBeGreaterThan(0);
  const [accountId = ''] = here.site.jira.siteAdministrators();
  await asAdministrator(here.site).ask('saveExclusion', { target: { kind: 'user', accountId }, active: true });
  expect(await listed('/subscriptions?excluded=only')).toMatch(/^[1-9]\d* of /);
  expect(await listed()).toBe(all);
  expect(await kept()).toEqual(before);
});

it('shows nothing that is kept of a list when there is another one', async () => {
  const all = await listed();
  const old = await listId();
  await cutKept();
  expect(await listed()).not.toBe(all);
  const admin = asAdministrator(here.site);
  await admin.ask('runJobNow', { jobId: `${await onlyProfile(admin)}.evaluate` });
  await here.site.forge.drain();
  expect(await listId()).not.toBe(old);
  expect(await listed()).toBe(all);
  const now = await listId();
  expect((await kept()).every((key) => key.startsWith(`license-management.part.${now} `))).toBe(true);
});
