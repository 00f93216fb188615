import { readFileSync } from 'node:fs';
import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';
import { focused } from './keyboard';

const here = browserSite();

async function ready() {
  const admin = asAdministrator(here.site);
  const profileId = await onlyProfile(admin);
  return { admin, profileId, rows: (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready') };
}

/** Somebody who is in no group of an identity provider. */
async function changeable(): Promise<string> {
  const { admin, profileId, rows } = await ready();
  for (const { number, accountId, roleKey } of rows) {
    const { groups } = await admin.ask('getDecisionCard', { profileId, accountId, roleKey });
    if (groups.every(({ name }) => !name.includes('directory'))) return number;
  }
  throw new Error('everybody is managed elsewhere');
}

beforeAll(async () => {
  const { admin, profileId } = await ready();
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
});

/** What an administrator meets when Jira does not do what was asked. */
describe('when a removal does not go through', () => {
  it('is finished one by one, in the name of who is there, where Jira lets nobody act in the background', async () => {
    const { app, page, open } = here.window;
    await here.site.control('POST', '/switches', { groupWriteAs: 'user-only' });
    await open('/removal-candidates');
    const boxes = app.getByRole('checkbox', { name: /^Select RC/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await app.getByRole('button', { name: 'Preview 2 selected' }).click();
    await app.getByRole('button', { name: 'Reclaim 2 seats', exact: true }).click();
    await app.getByLabel('Type 2 to confirm').fill('2');
    await app.getByRole('dialog').getByRole('button', { name: 'Reclaim 2 seats' }).click();
    await page.waitForURL(/run=/);
    await here.site.control('POST', '/drain', {});
    await app.getByText(/JOB\d+ is partly done/).waitFor();
    await app.getByRole('button', { name: 'Reclaim 2 seats one by one' }).click();
    const confirm = app.getByRole('dialog').getByRole('button', { name: 'Reclaim 2 seats one by one' });
    expect(await confirm.isDisabled()).toBe(true);
    await app.getByLabel('Type 2 to confirm').fill('2');
    await confirm.click();
    await app.getByRole('dialog').waitFor({ state: 'detached' });
    await app.getByText('2 of 2: 2 done, 0 kept as they were.').waitFor();
    await app.getByText('Closed Complete').nth(1).waitFor();
    expect(await app.getByRole('button', { name: /one by one/ }).count()).toBe(0);
    expect((await focused(page)).name).toMatch(/^2 of 2/);
    await here.site.control('POST', '/switches', { groupWriteAs: 'user-and-impersonated' });
  });

  it('says what went wrong with one person, and goes on when that is mended', async () => {
    const { app, open } = here.window;
    const candidate = await changeable();
    await here.site.control('POST', '/faults', {
      match: { method: 'DELETE', path: '/group/user' },
      then: { status: 403 },
    });
    await open(`/removal-candidates/${candidate}`);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByRole('button', { name: 'Reclaim 1 seat' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Reclaim 1 seat' }).click();
    await app.getByText('This did not work last time').waitFor();
    // Whoever uses the keyboard goes on where the outcome is told, not in some field below it.
    await app.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(here.window.page)).name).toMatch(/^Failed/);
    await app.getByText('Attention Required').first().waitFor();
    await here.site.control('DELETE', '/faults');
    await open(`/removal-candidates/${candidate}`);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByRole('button', { name: 'Resume reclaim' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Resume reclaim' }).click();
    await app
      .getByText(/Seat freed: proven/)
      .first()
      .waitFor();
    await app.getByText('Closed Complete').first().waitFor();
  });

  it('lists the seats that somebody else has to free, with a file for them', async () => {
    const { admin, profileId, rows } = await ready();
    await admin.ask('startReclaim', { profileId, numbers: 'all-ready', expectedCount: rows.length });
    await here.site.control('POST', '/drain', {});
    const { app, page, open } = here.window;
    await open('/removal-candidates');
    await app
      .getByRole('button', { name: /^Attention Required \(\d+\)$/ })
      .first()
      .click();
    await page.waitForURL(/flag=Attention/);
    expect(await app.getByRole('button', { name: /^Ready \(/ }).count()).toBe(0);
    await app.getByRole('button', { name: 'Clear filters' }).click();
    expect((await focused(page)).name).toMatch(/Search people/);
    await app.getByRole('table', { name: 'Removal candidates' }).getByRole('columnheader', { name: 'Mark' }).waitFor();
    await app.getByRole('button', { name: /Can’t be freed here \(\d+\)/ }).waitFor();
    const saved = page.waitForEvent('download');
    await app.getByRole('button', { name: 'Export as CSV' }).click();
    const lines = readFileSync(await (await saved).path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(/Account ID,Name,E-mail,Group,Group ID,App,Reason,Candidate/);
    expect(lines.slice(1).every((line) => /managed elsewhere/.test(line))).toBe(true);
    await app.getByText('Managed elsewhere').first().waitFor();
  });

  it('marks who came back without being restored', async () => {
    const { admin, profileId } = await ready();
    const closed = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Closed Complete');
    const candidate = await admin.ask('getCandidate', { number: closed[0]?.number ?? '' });
    const groups = [...candidate.removedGroupIds];
    const { groups: all } = await admin.ask('listJiraGroups', {});
    const names = all.filter(({ id }) => groups.includes(id)).map(({ name }) => name);
    await fetch(`${here.site.url}/rest/api/3/group/user?groupId=${groups[0] ?? ''}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${admin.accountId}:x`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ accountId: candidate.accountId }),
    });
    await here.site.control('POST', '/clock', { advance: '25h' });
    const { app, open } = here.window;
    await open(`/removal-candidates/${candidate.number}`);
    await app.getByText('Re-added', { exact: true }).first().waitFor();
    await open('/removal-candidates');
    await app.getByRole('button', { name: 'Re-added (1)' }).click();
    await app.getByRole('button', { name: /^Closed Complete \(1\)/ }).waitFor();
    await app.getByRole('button', { name: /show in charts/ }).click();
    const returned = app.getByRole('table', { name: 'People who came back, by group' });
    await returned
      .getByRole('row')
      .filter({ hasText: names[0] ?? '' })
      .getByText('1')
      .first()
      .waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
