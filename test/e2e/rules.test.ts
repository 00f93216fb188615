import { allCandidates, asAdministrator, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';

const here = browserSite();

const jiraRule = () => here.window.app.getByRole('link', { name: /^Jira: no activity/ });
const preview = () => here.window.app.getByRole('region', { name: 'What this rule would do now' });
const proposed = async () =>
  Number(
    (
      await preview()
        .getByText(/^[\d,]+ candidates?$/)
        .innerText()
    ).replace(/\D/g, ''),
  );

describe('reclamation rules', () => {
  it('tells which are to be reviewed and what that means', async () => {
    const { app, open } = here.window;
    await open('/rules');
    await app.getByText(/\d rules are to be reviewed/).waitFor();
    await app.getByText('To review').first().waitFor();
    const row = app.getByRole('row').filter({ has: jiraRule() });
    for (const text of ['Proposes people daily', 'Seats under 30 days', '500 seats', '25 % of all'])
      await row.getByText(text).waitFor();
  });

  it('shows whom a change would propose before it is saved', async () => {
    const { app, page } = here.window;
    await jiraRule().click();
    await page.waitForURL(/rules\/.+\/jira-software/);
    const before = await proposed();
    expect(before).toBeGreaterThan(0);
    const drawn = preview().getByRole('table', { name: 'What becomes of the seats' });
    await drawn.getByRole('row').filter({ hasText: 'Proposed' }).getByText(String(before)).waitFor();
    const threshold = app.getByLabel('Last activity threshold, days');
    await threshold.fill('90');
    await preview().getByText('Nobody can be proposed now').waitFor();
    await threshold.fill('sixty');
    await app.getByText('Enter a whole number from 1 to 1095.').waitFor();
    await preview().getByText('Correct the form to see it.').waitFor();
    await threshold.fill('60');
    await preview()
      .getByText(new RegExp(`^${before} candidates?$`))
      .waitFor();
  });

  it('asks before changes are lost', async () => {
    const { app } = here.window;
    await app.getByLabel('Name', { exact: true }).fill('Sixty quiet days');
    await app.getByRole('link', { name: 'Reclamation rules' }).click();
    const question = app.getByRole('dialog');
    await question.getByText('Leave without saving?').waitFor();
    await question.getByRole('button', { name: 'Stay here' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await app.getByLabel('Name', { exact: true }).inputValue()).toBe('Sixty quiet days');
    await app.getByRole('button', { name: 'Discard' }).click();
    await app.getByRole('button', { name: 'Confirm rule' }).waitFor();
  });

  it('protects a person, who is told why on their own card', async () => {
    const { app, open } = here.window;
    const admin = asAdministrator(here.site);
    const profileId = await onlyProfile(admin);
    const candidates = await allCandidates(admin, profileId);
    const candidate = candidates.find(({ roleKey }) => roleKey === 'jira-software');
    const person = here.site.jira.people(500).find(({ accountId }) => accountId === candidate?.accountId);
    const before = await proposed();
    const people = app.getByRole('combobox', { name: 'Protected people' });
    // Its choices open below it: in a frame as high as its page they may be below the window.
    await people.evaluate((field) => field.scrollIntoView({ block: 'center' }));
    await people.fill(person?.displayName ?? '');
    await app
      .getByRole('option')
      .filter({ hasText: person?.displayName ?? '' })
      .first()
      .click();
    await app.getByRole('list', { name: 'Protected people' }).getByRole('listitem').first().waitFor();
    await preview()
      .getByText(new RegExp(`^${before - 1} candidates?$`))
      .waitFor();
    await app.getByRole('button', { name: 'Save and confirm' }).click();
    await app.getByText('Confirmed', { exact: true }).first().waitFor();
    await open(`/subscriptions/${candidate?.accountId ?? ''}`);
    const details = app.getByRole('complementary', { name: 'Subscription details' });
    await details.getByText('The rule protects this person by name.', { exact: false }).first().waitFor();
  });

  it('is confirmed as it is, which unlocks its candidates', async () => {
    const { app, open } = here.window;
    await open('/rules');
    await app.getByRole('link', { name: /^Jira Service Management: no activity/ }).click();
    await app.getByRole('button', { name: 'Confirm rule' }).click();
    await app.getByText('Confirmed', { exact: true }).first().waitFor();
    await app.getByRole('button', { name: 'Confirm rule' }).waitFor({ state: 'detached' });
  });

  it('asks people first, who have working days to answer, and says so in the list', async () => {
    const { app, open } = here.window;
    await open('/rules');
    await app.getByRole('link', { name: /^Jira Service Management: no activity/ }).click();
    await app.getByLabel('Notify user: ask people by mail before their seat is taken back').check();
    await app.getByLabel('Days before auto-reclamation').fill('5');
    await app.getByRole('combobox', { name: 'Days that count' }).press('ArrowDown');
    await app.getByRole('option', { name: /^Monday to Friday/ }).click();
    await app.getByText('Saturdays and Sundays (UTC) stop the time.').waitFor();
    await app.getByRole('button', { name: 'Save and confirm' }).click();
    await app.getByRole('button', { name: 'Save and confirm' }).waitFor({ state: 'detached' });
    await open('/rules');
    await app.getByText('Asks them by mail 5 working days before').waitFor();
  });

  it('rests on the days that are chosen, and says so in the list and in the gate', async () => {
    const { app, open, page } = here.window;
    await open('/rules');
    await app.getByRole('link', { name: /^Jira Service Management: no activity/ }).click();
    const today = new Date(here.site.clock.now());
    await app.getByLabel('First day without reclaim').fill(`${today.getMonth() + 1}/${today.getDate()}/2026`);
    await page.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await app.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await open('/rules');
    await app.getByText(/^Nobody on \w+ \d+, 2026$/).waitFor();
    await open('/removal-candidates');
    await app.getByText(/takes nobody’s seat on/).waitFor();
  });

  it('made the browser complain about nothing', () => {
    expect(here.window.complaints).toEqual([]);
  });
});
