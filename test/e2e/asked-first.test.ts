import type { CandidateRow } from '../../src/shared/contract';
import type { Mail } from '../site/jira/state/mails';
import { allCandidates, asAdministrator, changeRules, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { browserSite, type Window } from './browser';
import { focused } from './keyboard';

const DAYS = 4;
const here = browserSite();

/** Somebody who was asked, with the mail and their window on the page it leads to. */
interface Asked {
  readonly candidate: CandidateRow;
  readonly mail: Mail;
  readonly window: Window;
}

const administrator = () => asAdministrator(here.site);
const ready: CandidateRow[] = [];

beforeAll(async () => {
  const { ask, envelope } = administrator();
  const profileId = await onlyProfile({ ask, envelope });
  await liftLimits({ ask, envelope }, profileId);
  await changeRules({ ask, envelope }, profileId, { notifyUser: true, daysBeforeAutoReclamation: DAYS });
  await confirmRules({ ask, envelope }, profileId);
  const { revision } = await ask('getNoticeSettings', {});
  await ask('saveNoticeSettings', { workItem: await anyWorkItem(), revision });
  for (const candidate of await allCandidates({ ask, envelope }, profileId)) {
    const groups = (await jira('GET', `user/groups?accountId=${candidate.accountId}`)) as { name: string }[];
    // Jira takes nobody from a group that the identity provider manages.
    const isManaged = groups.some(({ name }) => name === 'engineering-directory');
    if (candidate.state === 'Ready' && !isManaged) ready.push(candidate);
  }
});

/** A work item that everybody with a seat may see. */
async function anyWorkItem(): Promise<string> {
  const search = { jql: 'created > "2000-01-01"', fields: ['key'], maxResults: 1 };
  const { issues } = (await jira('POST', 'search/jql', search)) as { issues: { key: string }[] };
  return issues[0]?.key ?? '';
}

/** Asks Jira as the app's own user. */
async function jira(method: string, path: string, body?: object): Promise<unknown> {
  const principal = { kind: 'app' } as const;
  const token = { principal, channel: 'http', scopes: 'all', impersonationScopes: [] } as const;
  const sent = { method, url: `/rest/api/3/${path}`, headers: {}, body: body && JSON.stringify(body) };
  return JSON.parse((await here.site.jira.handle({ ...token, ...sent })).body);
}

/** Reclaims one candidate, which asks them, and opens the page as they do: by the address in the mail. */
async function askOne(index: number): Promise<Asked> {
  const candidate = ready[index];
  if (!candidate) throw new Error(`There is no candidate ${index}`);
  const { number, accountId } = candidate;
  const result = await administrator().ask('reclaimNow', { number, mode: 'apply' });
  expect(result).toMatchObject({ outcome: 'asked' });
  const { mails } = await here.site.control<{ mails: Mail[] }>('GET', '/mails');
  const mail = mails.at(-1);
  if (mail?.to !== accountId) throw new Error('They got no mail');
  const address = new URL(/https:\S+/.exec(mail.text ?? '')?.[0] ?? '');
  const window = await here.openWindow({ accountId });
  await window.page.goto(here.site.url + address.pathname);
  await window.app.getByRole('heading', { level: 1, name: 'My Jira seat' }).waitFor();
  return { candidate, mail, window };
}

const stateOf = async ({ candidate: { number } }: Asked) => {
  const { state, timeline } = await administrator().ask('getCandidate', { number });
  return { state, notes: timeline.map(({ text }) => text) };
};

it('asks from the page, whose reasons then tell that the person was asked', async () => {
  const { app, open, complaints } = here.window;
  await open(`/removal-candidates/${ready[3]?.number ?? ''}`);
  await app.getByRole('list', { name: 'What was looked at' }).getByText('Not asked yet.').waitFor();
  await app.getByRole('button', { name: 'Preview' }).click();
  await app.getByRole('button', { name: 'Ask this person' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Ask this person' }).click();
  await app.getByText('Waiting for the person’s answer').waitFor();
  await app.getByText('Not asked yet.').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

it('asks by mail, takes “keep” with its reason, and shows what an administrator decided', async () => {
  const asked = await askOne(0);
  const { app, page, complaints } = asked.window;
  expect(asked.mail.subject).toMatch(/^Do you still need /);
  await app.getByText('Please answer by').waitFor();
  await app.getByText(`Reference: ${asked.candidate.number}`).waitFor();
  await app.getByRole('button', { name: 'Keep my seat' }).click();
  await app.getByRole('dialog').getByRole('textbox').fill('I prepare the audit in May');
  await app.getByRole('dialog').getByRole('button', { name: 'Keep my seat' }).click();
  await app.getByText('Until an administrator decides, nothing changes.').waitFor();
  const waiting = await stateOf(asked);
  expect(waiting.state).toBe('Awaiting Approval');
  expect(waiting.notes.join()).toContain('I prepare the audit in May');
  await decideToKeep(asked.candidate.number);
  await page.reload();
  await app.getByText('and an administrator agreed. Nobody asks you again before').waitFor();
  expect(await app.getByRole('button').count()).toBe(0);
  expect(complaints).toEqual([]);
});

/** An administrator who uses the keyboard decides on the candidate's page, and goes on where the decision is told. */
async function decideToKeep(number: string): Promise<void> {
  const { app, open, page } = here.window;
  await open(`/removal-candidates/${number}`);
  await app.getByRole('button', { name: 'Let them keep it' }).press('Enter');
  await app.getByLabel('Leave the seat alone for so many days').fill('180');
  await page.keyboard.press('Enter');
  await app.getByRole('dialog').waitFor({ state: 'detached' });
  await app.getByText('The person keeps the seat').waitFor();
  expect((await focused(page)).name).toMatch(/The person keeps the seat|wants to keep the seat/);
}

it('takes a seat back that was given up, and lets its holder change their mind before', async () => {
  const asked = await askOne(1);
  const { app, page, complaints } = asked.window;
  const giveUp = async (name: string) => {
    await app.getByRole('button', { name }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'I don’t need it' }).click();
  };
  await giveUp('I don’t need it');
  await app.getByRole('button', { name: 'Keep my seat after all' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Keep my seat' }).click();
  await giveUp('I don’t need it after all');
  await app.getByRole('button', { name: 'Keep my seat after all' }).waitFor();
  await here.site.control('POST', '/clock', { advance: '48h' });
  expect((await stateOf(asked)).state).toBe('Closed Complete');
  await page.reload();
  await app.getByText('You hold no seat that this app looks after').waitFor();
  expect(complaints).toEqual([]);
});

it('takes silence for consent when the time is over, and not before', async () => {
  const asked = await askOne(2);
  await here.site.control('POST', '/clock', { advance: `${DAYS - 2}d` });
  expect((await stateOf(asked)).state).toBe('Awaiting User');
  await here.site.control('POST', '/clock', { advance: '5d' });
  expect((await stateOf(asked)).state).toBe('Closed Complete');
});
