import type { Answer, MySeats, PersonalApi } from '../../src/shared/contract';
import { checkExchanges } from '../site/jira/openapi-checker';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, askPeopleFirst, onlyProfile, type Person } from './ask';

const DAYS = 3;

interface Ready {
  readonly site: RunningSite;
  readonly admin: Person & { accountId: string };
  readonly profileId: string;
  /** Candidates that one click can remove. */
  readonly numbers: readonly string[];
}

interface Mails {
  readonly mails: readonly { readonly to: string; readonly issue: string; readonly text: string }[];
}

/** A site whose rules have people asked first, through a work item. */
async function askingSite(): Promise<Ready> {
  const site = await startSite({ source: { seats: 60, issues: 300, seed: 3 } });
  await runMainJob(site);
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await askPeopleFirst(site, admin, DAYS);
  const numbers: string[] = [];
  for (const { number } of await allCandidates(admin, profileId))
    if ((await admin.ask('reclaimNow', { number, mode: 'preview' })).outcome === 'would-ask') numbers.push(number);
  return { site, admin, profileId, numbers };
}

/** Calls the personal page's own function as one person. */
async function asColleague<Name extends keyof PersonalApi>(
  { site }: Ready,
  accountId: string,
  operation: Name,
  payload: PersonalApi[Name]['input'],
): Promise<Answer<MySeats>> {
  const call = { function: 'my-seat-resolver', operation, payload, as: accountId };
  return site.control<Answer<MySeats>>('POST', '/invoke', call);
}

describe('people who are asked first', () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await askingSite();
  }, 180_000);
  afterAll(() => ready.site.stop());

  const ask = (n: number) => ready.admin.ask('reclaimNow', { number: ready.numbers[n] ?? '', mode: 'apply' });
  const candidate = (n: number) => ready.admin.ask('getCandidate', { number: ready.numbers[n] ?? '' });
  const removals = () =>
    ready.site.jira.traffic(0).filter(({ method, url }) => method === 'DELETE' && url.includes('/group/user'));

  it('get a mail with the way to their page, and keep the seat meanwhile', async () => {
    for (const n of [0, 1, 2]) expect(await ask(n)).toMatchObject({ outcome: 'asked' });
    const { mails } = await ready.site.control<Mails>('GET', '/mails');
    expect(mails.map(({ to }) => to)).toEqual(
      await Promise.all([0, 1, 2].map(async (n) => (await candidate(n)).accountId)),
    );
    expect(mails[0]?.text).toMatch(/\/jira\/apps\/[\w-]+\/[\w-]+\/my-seat/);
    expect(removals()).toEqual([]);
  });

  it('see the question on their own page and nobody else’s', async () => {
    const { accountId, number } = await candidate(0);
    const seen = await asColleague(ready, accountId, 'getMySeats', {});
    const questions = seen.ok ? seen.value.seats.flatMap(({ question }) => (question ? [question] : [])) : [];
    expect(questions).toMatchObject([{ number, state: 'asked', mayAnswer: true }]);
    const other = await candidate(1);
    const foreign = { number, answer: 'release', reason: '' } as const;
    expect(await asColleague(ready, other.accountId, 'answerNotice', foreign)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('can’t use the operations of the administrators through it', async () => {
    const { accountId } = await candidate(0);
    const call = { function: 'my-seat-resolver', operation: 'startReclaim', payload: {}, as: accountId };
    expect(await ready.site.control('POST', '/invoke', call)).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    });
  });

  it('keep the seat when they say so and an administrator agrees', async () => {
    const { accountId, number } = await candidate(0);
    const reason = 'I come back in May.';
    expect(await asColleague(ready, accountId, 'answerNotice', { number, answer: 'keep', reason })).toMatchObject({
      ok: true,
    });
    expect(await candidate(0)).toMatchObject({ state: 'Awaiting Approval', notice: { answer: { kind: 'keep' } } });
    const decided = await ready.admin.ask('decideKeepRequest', { number, keep: true, keepDays: 90, note: '' });
    expect(decided).toMatchObject({ state: 'Closed Skipped', notice: { decision: { kind: 'granted' } } });
    expect((await ready.site.control<Mails>('GET', '/mails')).mails.at(-1)).toMatchObject({
      to: accountId,
      subject: 'You keep Jira',
    });
    const card = await ready.admin.ask('getDecisionCard', {
      profileId: ready.profileId,
      accountId,
      roleKey: decided.roleKey,
    });
    expect(card.decision).toBe('keep');
    expect(card.facts.find(({ name }) => name === 'Notices')?.text).toMatch(/Wants to keep the seat.*Granted/);
  });

  it('lose it with the next refresh when they give it up, and after the days when they say nothing', async () => {
    const { accountId, number } = await candidate(1);
    await asColleague(ready, accountId, 'answerNotice', { number, answer: 'release', reason: '' });
    await ready.site.control('POST', '/clock', { advance: '25h' });
    expect((await candidate(1)).state).toBe('Closed Complete');
    expect((await candidate(2)).state).toBe('Awaiting User');
    await ready.site.control('POST', '/clock', { advance: `${(DAYS + 1) * 24}h` });
    expect(await candidate(2)).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven' });
    expect((await candidate(0)).state).toBe('Closed Skipped');
  }, 120_000);

  it('are not asked where Jira sends no mail, and keep the seat', async () => {
    await ready.site.control('POST', '/switches', { outgoingMail: false });
    expect(await ask(3)).toMatchObject({ outcome: 'failed' });
    expect(await candidate(3)).toMatchObject({ state: 'Attention Required' });
    await ready.site.control('POST', '/switches', { outgoingMail: true });
  });

  it('are spoken of with Jira as its documentation says', () => {
    const document = process.env['JIRA_OPENAPI'];
    if (document === undefined) return; // .ci/run names the document
    const notices = ready.site.jira
      .traffic(0)
      .filter(({ url }) => /\/notify|permissions\/check|serverInfo|issue\/LIC-1/.test(url));
    expect(notices.length).toBeGreaterThan(8);
    expect(checkExchanges(document, notices)).toEqual([]);
  });
});
