import { violations } from './axe';
import { browserSite } from './browser';

const here = browserSite();

describe('erasing a person at the page', () => {
  it('says what it means, does it as a job, and shows the person as erased', async () => {
    const { app, page } = here.window;
    await here.window.open('/evidence');
    const [accountId = ''] = here.site.jira.siteAdministrators();
    const card = app.getByRole('region', { name: 'Erase a person' });
    const other = await somebodyElse(accountId);
    await card.getByLabel('Account id').fill(other);
    await card.getByRole('button', { name: 'Erase…' }).click();
    const dialog = app.getByRole('dialog', { name: 'Erase this person?' });
    await dialog.getByText('No seat is touched', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await card.getByText('We are erasing the person').waitFor();
    await here.site.forge.drain();
    expect(JSON.stringify(here.site.forge.kvs.dump(''))).not.toContain(other);
    await here.window.open('/evidence?kind=person-erased');
    await app.getByRole('table', { name: 'Evidence' }).getByText('Erased person').waitFor();
    expect(here.window.complaints).toEqual([]);
  });

  it('shows the report of accounts among the jobs', async () => {
    await here.window.open('/jobs');
    const row = here.window.app.getByRole('row').filter({ hasText: 'Report stored accounts to Atlassian' });
    await row.getByText('Every 5 days').waitFor();
  });
});

it('says on the overview what still works without a license', async () => {
  here.site.switches.setAll({ license: 'inactive' });
  await here.window.open('/overview');
  await here.window.app.getByRole('heading', { name: 'The license of this app is not active' }).waitFor();
});

/** Somebody with a seat who is not the administrator. */
async function somebodyElse(accountId: string): Promise<string> {
  const headers = { authorization: `Basic ${Buffer.from(`${accountId}:x`).toString('base64')}` };
  const url = `${here.site.url}/rest/api/3/users/search?maxResults=50`;
  const people = (await (await fetch(url, { headers })).json()) as { accountId: string; accountType: string }[];
  return people.find((each) => each.accountType === 'atlassian' && each.accountId !== accountId)?.accountId ?? '';
}
