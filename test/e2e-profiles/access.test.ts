import { browserSite } from '../e2e/browser';

const here = browserSite();

const somebodyWithoutRights = () => here.site.jira.people(100).find(({ access }) => access === 'user')?.accountId ?? '';

it('keeps both changes when two administrators give roles at the same time', async () => {
  const one = await here.openWindow();
  const other = await here.openWindow();
  await one.open('/access');
  await other.open('/access');
  const give = async ({ app, page }: typeof one, role: string, group: string) => {
    await app.getByLabel(`Groups with the role ${role}`).fill(group);
    await page.keyboard.press('Enter');
  };
  await give(one, 'Viewer', 'all-employees');
  await give(other, 'Integrator', 'contractors');
  await other.app.getByRole('button', { name: 'Save' }).click();
  await other.app.getByRole('button', { name: 'Discard changes' }).waitFor({ state: 'detached' });
  await one.app.getByRole('button', { name: 'Save' }).click();
  await one.app.getByText('Somebody else changed the roles meanwhile').waitFor();
  await one.app.getByRole('region', { name: 'Integrator' }).getByText('contractors').waitFor();
  await one.app.getByRole('button', { name: 'Save' }).click();
  await one.app.getByRole('button', { name: 'Discard changes' }).waitFor({ state: 'detached' });
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});

it('lets a viewer look, with the reason why nothing can be changed', async () => {
  const { app, open, complaints } = await here.openWindow({
    accountId: somebodyWithoutRights(),
    module: 'global-page',
  });
  await open('/profiles');
  await app.getByText('Ask a Jira administrator for the role Integrator').waitFor();
  expect(await app.getByRole('button', { name: 'New profile' }).isDisabled()).toBe(true);
  await app.getByRole('table', { name: 'Integration profiles' }).getByRole('link').click();
  await app.getByRole('textbox', { name: 'Display name' }).waitFor();
  for (const name of ['Save', 'Delete', 'Change groups', 'Revoke', 'Check reclaim readiness'])
    expect(await app.getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
  await open('/removal-candidates');
  await app.getByText('Ask a Jira administrator for the role Reclaimer').waitFor();
  await open('/access');
  await app.getByText('Only Jira administrators give roles').waitFor();
  expect(await app.getByRole('button', { name: 'Save' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('shows what going further back costs before it can be saved', async () => {
  const { app, page, open, complaints } = await here.openWindow();
  await open('/profiles');
  await app.getByRole('table', { name: 'Integration profiles' }).getByRole('link').click();
  await app.getByRole('combobox', { name: /Date to analyze from/ }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5/3/2026');
  await page.keyboard.press('Enter');
  await app.getByText(/work items? (was|were) updated/).waitFor();
  const save = app.getByRole('button', { name: 'Save', exact: true });
  expect(await save.isDisabled()).toBe(true);
  await app.getByRole('checkbox', { name: /I have seen the cost/ }).check();
  await save.click();
  await app.getByRole('button', { name: 'Discard changes' }).waitFor({ state: 'detached' });
  expect(await app.getByText('More than 60 days back costs more').count()).toBe(0);
  expect(complaints).toEqual([]);
});
