import type { SwitchName, SwitchValue } from '../site/core/switches';
import { violations } from './axe';
import { browserSite, type Window } from './browser';

const here = browserSite({ source: { seats: 30, issues: 60, seed: 7 } });

const rowOf = ({ app }: Window, title: string) => app.getByRole('row').filter({ hasText: title });

async function check(window: Window, title: string, state: string): Promise<void> {
  await rowOf(window, title)
    .getByRole('button', { name: /^Check/ })
    .click();
  await rowOf(window, title).getByText(state, { exact: true }).waitFor();
}

it('tries what changes nothing with one click, and saves a file without anybody in it', async () => {
  const window = await here.openWindow();
  const { app, page, open, complaints } = window;
  await open('/site-check');
  await app.getByRole('button', { name: 'Run safe checks' }).click();
  await rowOf(window, 'Kinds of accounts').getByText('Known', { exact: true }).waitFor();
  await here.site.forge.drain();
  await rowOf(window, 'Memory of a long job').getByText('Peak in MB').waitFor();
  expect(await rowOf(window, 'Change a group yourself').getByText('Not tried').count()).toBe(1);
  const entry = rowOf(window, 'Entry in Jira settings');
  await entry.getByRole('button', { name: 'Yes: Entry in Jira settings' }).click();
  await entry.getByText('Listed', { exact: true }).waitFor();
  const download = page.waitForEvent('download');
  await app.getByRole('button', { name: 'Export support file' }).click();
  const file = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(text).toContain('"check": "account-types"');
  for (const { accountId, displayName } of here.site.jira.people(30)) {
    expect(text).not.toContain(accountId);
    expect(text).not.toContain(displayName);
  }
  expect(complaints).toEqual([]);
});

it('waits for a view, and says what to do meanwhile', async () => {
  const window = await here.openWindow();
  const { app, open } = window;
  await open('/site-check');
  await rowOf(window, 'Views on boards')
    .getByRole('button', { name: /^Check/ })
    .click();
  await rowOf(window, 'Views on boards').getByText('Waiting', { exact: true }).waitFor();
  await here.site.forge.advanceTo(here.site.clock.now() + 120_000);
  await app.getByText('Open a board and click a work item there.').waitFor();
  const by = here.site.jira.siteAdministrators()[0] ?? '';
  await here.site.control('POST', '/event', { eventType: 'avi:jira:viewed:issue', by, from: 'board' });
  await here.site.forge.advanceTo(here.site.clock.now() + 300_000);
  await rowOf(window, 'Views on boards').getByText('Works', { exact: true }).waitFor();
});

const IN_BROWSER: readonly (readonly [SwitchName, SwitchValue, string, string])[] = [
  ['bridgeCallsCharged', false, 'Points of browser calls', 'Free'],
  ['bridgeCallsCharged', true, 'Points of browser calls', 'Charged'],
  ['frameHeight', 'body-offset', 'Height of the frame', 'Follows'],
  ['frameHeight', 'scroll-height', 'Height of the frame', 'Follows'],
  ['frameHeight', 'fixed', 'Height of the frame', 'Fixed'],
];

it.each(IN_BROWSER)('finds %s = %s: %s %s', async (name, value, title, state) => {
  const { switches } = here.site;
  const before = switches.get(name);
  switches.set(name, value);
  try {
    const window = await here.openWindow();
    await window.open('/site-check');
    await check(window, title, state);
  } finally {
    switches.set(name, before);
  }
});

it('tells somebody who does not administer Jira that it is not for them', async () => {
  const accountId = here.site.jira.people(100).find(({ access }) => access === 'user')?.accountId ?? '';
  const { app, open } = await here.openWindow({ accountId, module: 'global-page' });
  await open('/site-check');
  await app.getByRole('heading', { level: 1 }).waitFor();
  expect(await app.getByRole('button', { name: 'Run safe checks' }).count()).toBe(0);
});

it.each(['light', 'dark'] as const)('gives axe nothing to find, %s', async (colorMode) => {
  const { app, page, open } = await here.openWindow({ colorMode });
  await open('/site-check');
  await app.getByRole('table', { name: 'Site checks' }).waitFor();
  expect(await violations(page)).toEqual([]);
});
