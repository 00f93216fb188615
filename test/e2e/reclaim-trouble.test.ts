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

/** So many people who are in no group of an identity provider. */
async function changeable(count: number): Promise<readonly string[]> {
  const { admin, profileId, rows } = await ready();
  const found: string[] = [];
  for (const { number, accountId, roleKey } of rows) {
    const { groups } = await admin.ask('getDecisionCard', { profileId, accountId, roleKey });
    if (groups.every(({ name }) => !name.includes('directory'))) found.push(number);
    if (found.length === count) return found;
  }
  throw new Error('too many are managed elsewhere');
}

const tick = (number: string) =>
  here.window.app.getByRole('checkbox', { name: `Select ${number}`, exact: true }).check();

/** Types the number that a dialog asks for and presses its button. */
async function confirm(count: number, action: string): Promise<void> {
  const { app } = here.window;
  await app.getByRole('button', { name: action, exact: true }).click();
  await app.getByLabel(`Type ${count} to confirm`).fill(String(count));
  await app.getByRole('dialog').getByRole('button', { name: action }).click();
  await here.window.page.waitForURL(/run=/);
  await here.site.control('POST', '/drain', {});
  await app.getByText(/JOB\d+ is complete/).waitFor();
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
    const [candidate = ''] = await changeable(1);
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

  it('takes up two together that did not work, chosen in the list', async () => {
    const { app, open } = here.window;
    const { admin } = await ready();
    const numbers = await changeable(2);
    await here.site.control('POST', '/faults', {
      match: { method: 'DELETE', path: '/group/user' },
      then: { status: 403 },
    });
    for (const number of numbers) await admin.ask('reclaimNow', { number, mode: 'apply' });
    await here.site.control('DELETE', '/faults');
    await open('/removal-candidates');
    await app.getByRole('button', { name: 'Attention Required (2)' }).first().click();
    for (const number of numbers) await tick(number);
    await app.getByRole('button', { name: 'Resume reclaim (2)' }).click();
    await app.getByText(/2 of these removals did not work last time/).waitFor();
    await confirm(2, 'Reclaim 2 seats');
    await app.getByText('Seats freed: 2 proven.').waitFor();
    const results = app.getByRole('table', { name: 'Results by person' });
    expect(await results.getByText('Closed Complete').count()).toBe(2);
  });

  it('leads from the job result and from each candidate back to the run', async () => {
    const { app, page, open } = here.window;
    await open('/jobs');
    await app
      .getByRole('link', { name: /^Results by person of JOB/ })
      .first()
      .click();
    await page.waitForURL(/removal-candidates\/reclaim\?run=/);
    await app.getByText('Seats freed: 2 proven.').waitFor();
    const address = page.url();
    await app.getByRole('table', { name: 'Results by person' }).getByRole('link', { name: /^RC/ }).first().click();
    await page.waitForURL(/removal-candidates\/RC/);
    const details = app.getByRole('region', { name: 'Details' });
    await details.getByText('Proven').waitFor();
    await details.getByRole('link', { name: /^JOB/ }).click();
    await page.waitForURL(address);
    await app.getByText('Seats freed: 2 proven.').waitFor();
  });

  it('gives one seat back by mouse, and two that were chosen in the list', async () => {
    const { app, open } = here.window;
    const { admin, profileId } = await ready();
    const numbers = [...(await changeable(3))];
    const wish = { profileId, numbers, expectedCount: 3 };
    await admin.ask('startReclaim', wish);
    await here.site.control('POST', '/drain', {});
    const [one = '', ...two] = numbers;
    await open(`/removal-candidates/${one}`);
    await app.getByRole('button', { name: 'Preview restore' }).click();
    await app.getByRole('button', { name: 'Restore the seat' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Restore the seat' }).click();
    await app.getByText('Proven: Jira counts the seat again.').waitFor();
    await open('/removal-candidates');
    await app.getByText(/^JOB\d+, .*Took back 3 seats/).waitFor();
    await app.getByRole('button', { name: /^Taken back \(\d+\)$/ }).click();
    await app.getByRole('checkbox', { name: `Select ${two[0] ?? ''}` }).waitFor();
    expect(await app.getByRole('checkbox', { name: `Select ${one}` }).count()).toBe(0);
    for (const number of two) await tick(number);
    await app.getByRole('button', { name: 'Restore 2 selected' }).click();
    await app.getByText('Would be restored').nth(1).waitFor();
    await confirm(2, 'Restore 2 seats');
    const results = app.getByRole('table', { name: 'Results by person' });
    await results
      .getByText(/Seat back: proven/)
      .nth(1)
      .waitFor();
  });

  it('looks once more whether a seat is free that Jira did not show yet', async () => {
    const { app, open } = here.window;
    const { admin } = await ready();
    const [number = ''] = await changeable(1);
    await here.site.control('POST', '/switches', { membershipReadDelay: 30 });
    expect(await admin.ask('reclaimNow', { number, mode: 'apply' })).toMatchObject({ seatFreed: 'unknown' });
    await here.site.control('POST', '/switches', { membershipReadDelay: 0 });
    await open(`/removal-candidates/${number}`);
    const details = app.getByRole('region', { name: 'Details' });
    await details.getByText('Not known yet').waitFor();
    await details.getByRole('button', { name: 'Check again' }).click();
    await details.getByText('Proven').waitFor();
    await app
      .getByText(/^Checked again\. Seat freed: proven/)
      .first()
      .waitFor();
  });

  it('finds a candidate by its number, and saves what the filter leaves as a file', async () => {
    const { app, page, open } = here.window;
    const [number = ''] = await changeable(1);
    await open('/removal-candidates');
    await app.getByRole('textbox', { name: 'Search people or numbers' }).fill(String(Number(number.slice(2))));
    await page.waitForURL(/q=\d+/);
    await app.getByRole('button', { name: 'Ready (1)' }).waitFor();
    const save = async (form: string) => {
      const saved = page.waitForEvent('download');
      await app.getByRole('button', { name: `Export ${form}` }).click();
      return readFileSync(await (await saved).path(), 'utf8');
    };
    const [head, line, ...rest] = (await save('CSV')).trimEnd().split('\r\n');
    expect(head).toMatch(/Account ID,Name,E-mail,Number,State,.*Justification,Rule.*,Seat freed/);
    expect(line).toContain(`${number},Ready`);
    expect(rest).toEqual([]);
    await app.getByText(/^removal-candidates-.*\.csv holds 1 row\.$/).waitFor();
    const file = JSON.parse(await save('JSON')) as { rows: { number: string; name: string | null }[] };
    expect(file.rows).toEqual([expect.objectContaining({ number, name: expect.any(String) as string })]);
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
    const closed = (await allCandidates(admin, profileId)).filter(
      ({ state, flag }) => state === 'Closed Complete' && flag === null,
    );
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
