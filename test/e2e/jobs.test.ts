import { browserSite } from './browser';

const here = browserSite({ source: { seats: 60, issues: 100, seed: 1 } });

beforeAll(() => here.window.open('/jobs'));

describe('the page of the jobs', () => {
  it('shows what was used of this hour’s points, and changes the budget', async () => {
    const { app } = here.window;
    const card = app.getByRole('region', { name: 'Points this hour' });
    await card.getByText(/of 40,000 points used by jobs/).waitFor();
    await card.getByRole('button', { name: 'Change the budget' }).click();
    const dialog = app.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Save' });
    await dialog.getByLabel('Points an hour').fill('500');
    await dialog.getByText('Enter a whole number from 1,000 to 60,000.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Points an hour').fill('12,000');
    await save.click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText(/of 12,000 points used by jobs/).waitFor();
  });

  it('pauses and resumes a job', async () => {
    const { app } = here.window;
    const name = 'SAM - Refresh Jira integration Activity';
    const row = app.getByRole('table', { name: 'Scheduled jobs' }).getByRole('row').filter({ hasText: name });
    await row.getByRole('button', { name: `Pause: ${name}` }).click();
    await row.getByText('Paused').waitFor();
    await row.getByText('When somebody runs it').waitFor();
    await row.getByRole('button', { name: `Resume: ${name}` }).click();
    await row.getByText('Active').waitFor();
  });

  it('tells what counting views costs, and stops and begins it again', async () => {
    const { app } = here.window;
    const card = app.getByRole('region', { name: 'Views of work items' });
    await card.getByText(/about [\d,]+ calls of the app and [\d,]+ GB-seconds a month/).waitFor();
    await card.getByRole('button', { name: 'Stop counting views' }).click();
    const dialog = app.getByRole('dialog', { name: 'Stop counting views?' });
    await dialog.getByRole('button', { name: 'Stop counting' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('Views are not counted.').waitFor();
    await card.getByRole('button', { name: 'Count views' }).click();
    await card.getByText(/Views are counted since/).waitFor();
  });

  it('tells a result in a sentence, with what it cost, and its numbers on demand', async () => {
    const { app } = here.window;
    const results = app.getByRole('region', { name: 'Scheduled job results' });
    const result = results.getByRole('listitem').filter({ hasText: 'JOB0000001' });
    await result.getByText(/^Read \d+ memberships of \d+ groups/).waitFor();
    await result.getByText(/\d+ Jira requests, \d+ points/).waitFor();
    await result.getByRole('button', { name: 'Show the numbers of JOB0000001' }).click();
    for (const term of ['Created', 'Updated', 'Took', 'Processed', 'New', 'Changed', 'Left', 'Skipped', 'Failed'])
      await result.getByRole('term').filter({ hasText: term }).first().waitFor();
  });

  it('has nothing for the browser to complain about', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
