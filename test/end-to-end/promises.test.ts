import type { Answer, CandidateRow, MySeats, PersonalApi } from '../../src/shared/contract';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import {
  allCandidates,
  asAdministrator,
  askPeopleFirst,
  confirmRules,
  groupsInJira,
  liftLimits,
  onlyProfile,
  type Person,
} from './ask';

const DAY = 86_400_000;

let site: RunningSite;
let admin: Person & { accountId: string };
beforeEach(async () => {
  site = await startSite({ source: { seats: 60, issues: 300, seed: 3 } });
  await runMainJob(site);
  admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
}, 120_000);
afterEach(() => site.stop());

/** Candidates that a click would take. */
async function takeable(profileId: string, count: number): Promise<CandidateRow[]> {
  const found: CandidateRow[] = [];
  for (const row of await allCandidates(admin, profileId)) {
    if (found.length === count) break;
    if (row.state !== 'Ready') continue;
    if ((await admin.ask('reclaimNow', { number: row.number, mode: 'preview' })).outcome === 'would-remove')
      found.push(row);
  }
  expect(found).toHaveLength(count);
  return found;
}

async function deleteProfile(profileId: string): Promise<void> {
  const { revision } = await admin.ask('getProfile', { profileId });
  await admin.ask('deleteProfile', { profileId, revision });
  await site.forge.drain();
}

/** One more profile over the groups that are preselected, with everybody judged. */
async function publishAnew(displayName: string): Promise<string> {
  const { groups } = await admin.ask('listJiraGroups', {});
  const groupIds = groups.filter(({ preselected }) => preselected).map(({ id }) => id);
  const analyzeFrom = new Date(site.clock.now() - 60 * DAY).toISOString();
  const settings = { displayName, downloadActivity: true, analyzeFrom, reclaim: true, groupIds };
  const { id } = await admin.ask('saveProfile', settings);
  const { revision } = await admin.ask('validateConnection', { profileId: id });
  await admin.ask('publishProfile', { profileId: id, revision });
  await site.forge.drain();
  return id;
}

const isOf =
  ({ accountId, roleKey }: CandidateRow) =>
  (other: CandidateRow) =>
    other.accountId === accountId && other.roleKey === roleKey;
const isOpen = ({ state }: CandidateRow) => !state.startsWith('Closed');

it('a seat that somebody keeps, or got back, is proposed by no profile that comes after', async () => {
  const profileId = await onlyProfile(admin);
  const [kept, back, other] = (await takeable(profileId, 3)) as [CandidateRow, CandidateRow, CandidateRow];
  const closing = { number: kept.number, to: 'Closed Skipped', keepDays: 200, note: 'On leave' } as const;
  await admin.ask('closeCandidate', closing);
  await admin.ask('reclaimNow', { number: back.number, mode: 'apply' });
  await site.control('POST', '/clock', { advance: '1h' });
  await admin.ask('restoreNow', { number: back.number });
  await deleteProfile(profileId);
  const again = await publishAnew('Made anew');
  const open = (await allCandidates(admin, again)).filter(isOpen);
  expect(open.filter(isOf(other))).toHaveLength(1);
  expect([...open.filter(isOf(kept)), ...open.filter(isOf(back))]).toEqual([]);
  const { accountId, roleKey } = kept;
  const card = await admin.ask('getDecisionCard', { profileId: again, accountId, roleKey });
  expect(card).toMatchObject({
    decision: 'keep',
    because: expect.stringContaining('An administrator keeps this seat until') as string,
  });
}, 120_000);

it('a group that gives no seat, and an evaluation after an event, propose and cancel nobody', async () => {
  const profileId = await onlyProfile(admin);
  const [joiner, worker] = (await takeable(profileId, 2)) as [CandidateRow, CandidateRow];
  await site.control('POST', '/group', { id: 'g-club', name: 'book-club', managed: 'local', access: 'none' });
  const groups = await groupsInJira(site, admin, joiner.accountId);
  await site.control('POST', '/user', { accountId: joiner.accountId, groups: [...groups, 'g-club'] });
  await site.control('POST', '/event', { eventType: 'avi:jira:commented:issue', by: worker.accountId });
  await site.forge.drain();
  expect((await admin.ask('getCandidate', { number: worker.number })).state).toBe('Closed Canceled');
  const before = (await allCandidates(admin, profileId)).map(({ number }) => number);
  await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
  await site.forge.drain();
  expect((await allCandidates(admin, profileId)).map(({ number }) => number)).toEqual(before);
  expect((await admin.ask('reclaimNow', { number: joiner.number, mode: 'preview' })).outcome).toBe('would-remove');
  await site.control('POST', '/clock', { advance: '25h' });
  expect((await admin.ask('getCandidate', { number: joiner.number })).state).toBe('Ready');
}, 120_000);

it('who said that they need the seat waits for the decision, whatever becomes of the profile that asked', async () => {
  const profileId = await onlyProfile(admin);
  await askPeopleFirst(site, admin, 3);
  const [ready] = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  const { number = '', accountId = '' } = ready ?? {};
  await publishAnew('Another over the same groups');
  expect((await admin.ask('reclaimNow', { number, mode: 'apply' })).outcome).toBe('asked');
  const asHolder = (operation: keyof PersonalApi, payload: object) =>
    site.control<Answer<MySeats>>('POST', '/invoke', {
      function: 'my-seat-resolver',
      operation,
      payload,
      as: accountId,
    });
  await asHolder('answerNotice', { number, answer: 'keep', reason: 'I come back in May' });
  await deleteProfile(profileId);
  await site.control('POST', '/clock', { advance: '25h' });
  const other = await onlyProfile(admin);
  await confirmRules(admin, other);
  const [again] = (await allCandidates(admin, other)).filter((each) => ready && isOf(ready)(each) && isOpen(each));
  expect(again).toMatchObject({ state: 'Awaiting Approval' });
  const mine = await asHolder('getMySeats', {});
  const questions = mine.ok ? mine.value.seats.map(({ question }) => question) : [];
  expect(questions).toContainEqual(expect.objectContaining({ number: again?.number, state: 'wants-to-keep' }));
  await admin.ask('decideKeepRequest', { number: again?.number ?? '', keep: true, keepDays: 300, note: '' });
  await deleteProfile(other);
  const last = await publishAnew('Once more');
  expect((await allCandidates(admin, last)).filter((each) => ready && isOf(ready)(each) && isOpen(each))).toEqual([]);
}, 120_000);
