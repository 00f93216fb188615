import { HOUR } from '../../../src/domain/instant';
import { TEST_GROUP } from '../../../src/domain/site-check/test-group';
import { Failure } from '../../../src/ports/failures';
import { advanceCheck } from '../../../src/usecases/site-check/advance-check';
import { runCheck } from '../../../src/usecases/site-check/run-check';
import { settleStaleChecks, tidyUp } from '../../../src/usecases/site-check/settle-checks';
import { World } from '../../fakes/world';

const ADMIN = 'u-site-admin';
let world: World;

beforeEach(() => {
  world = new World();
  world.jira.addGroup('g-site-admins', 'site-admin');
  world.jira.addGroup('g-software');
  world.jira.addPerson(ADMIN, ['g-site-admins']);
  world.jira.addPerson('u-jira-admin', []);
});

const testGroup = () => world.jira.groups.find(({ name }) => name === TEST_GROUP)?.id ?? '';
const inTestGroup = () => world.jira.membersOf(testGroup()).map(({ accountId }) => accountId);
const answerOf = async (check: 'group-write-present' | 'group-write-background') =>
  (await world.siteChecks.find()).answers[check];

async function tryInBackground(): Promise<void> {
  await runCheck('group-write-background', ADMIN, world.ports);
  for (const message of world.queue.siteChecks) await advanceCheck(message, world.ports);
}

test('a site administrator who is there adds and removes themselves, and nobody stays in the group', async () => {
  await runCheck('group-write-present', ADMIN, world.ports);
  expect(await answerOf('group-write-present')).toMatchObject({
    outcome: 'works',
    by: ADMIN,
    facts: { added: true, wasShown: true, removed: true },
  });
  expect(world.jira.removals).toEqual([{ groupId: testGroup(), accountId: ADMIN }]);
  expect(inTestGroup()).toEqual([]);
  expect((await world.siteChecks.find()).begun).toEqual([]);
  const { entries } = await world.evidence.list({ kind: 'site-checked' });
  expect(entries).toMatchObject([{ by: ADMIN, details: { check: 'group-write-present', outcome: 'works' } }]);
});

test('the test group is made once', async () => {
  await runCheck('group-write-present', ADMIN, world.ports);
  await runCheck('group-write-present', ADMIN, world.ports);
  await tryInBackground();
  expect(world.jira.groups.filter(({ name }) => name === TEST_GROUP)).toHaveLength(1);
});

test('somebody who does not administer the site changes nothing', async () => {
  await runCheck('group-write-present', 'u-jira-admin', world.ports);
  await runCheck('group-write-background', 'u-jira-admin', world.ports);
  expect(await answerOf('group-write-present')).toMatchObject({ outcome: 'not-site-administrator' });
  expect(await answerOf('group-write-background')).toMatchObject({ outcome: 'not-site-administrator' });
  expect(world.queue.siteChecks).toEqual([]);
  expect(testGroup()).toBe('');
});

test('that nobody may make a group says nothing about jobs', async () => {
  world.jira.failure = (name) =>
    name === 'createGroup' ? new Failure('jira-refused', '', { status: 403 }) : undefined;
  await runCheck('group-write-present', ADMIN, world.ports);
  await runCheck('group-write-background', ADMIN, world.ports);
  expect(await answerOf('group-write-present')).toMatchObject({ outcome: 'refused', facts: { status: 403 } });
  expect(await answerOf('group-write-background')).toMatchObject({ outcome: 'unfinished' });
});

test('a job changes the group in the name of whoever began it', async () => {
  await tryInBackground();
  expect(await answerOf('group-write-background')).toMatchObject({ outcome: 'works', by: ADMIN });
  expect(inTestGroup()).toEqual([]);
});

test('where jobs may not, nothing is left to tidy up', async () => {
  world.jira.operatorMayAct = false;
  await tryInBackground();
  expect(await answerOf('group-write-background')).toMatchObject({ outcome: 'refused', facts: { added: false } });
  expect((await world.siteChecks.find()).begun).toEqual([]);
});

test('who was added and may not be removed by a job waits for somebody at the page', async () => {
  await runCheck('group-write-background', ADMIN, world.ports);
  const refused = new Failure('jira-refused', '', { status: 403 });
  world.jira.failure = (name) => (name.startsWith('removeMember') ? refused : undefined);
  for (const message of world.queue.siteChecks) await advanceCheck(message, world.ports);
  expect(await answerOf('group-write-background')).toMatchObject({ outcome: 'refused', facts: { removed: false } });
  world.clock.advance(HOUR);
  await settleStaleChecks(world.ports);
  expect(inTestGroup()).toEqual([ADMIN]);
  world.jira.failure = () => undefined;
  await tidyUp(world.ports);
  expect(inTestGroup()).toEqual([]);
  expect((await world.siteChecks.find()).begun).toEqual([]);
});

test('a message that comes twice, or after the check is over, changes nothing', async () => {
  await tryInBackground();
  const [message] = world.queue.siteChecks;
  const before = await world.siteChecks.find();
  if (message) await advanceCheck(message, world.ports);
  expect(await world.siteChecks.find()).toEqual(before);
});

test.each([
  ['addMember', 'failureAfter'],
  ['removeMember', 'failure'],
  ['removeMember', 'failureAfter'],
] as const)('whatever a crash at %s (%s) left behind, the tick tidies up', async (operation, how) => {
  world.jira[how] = (name) => (name.startsWith(operation) ? new Failure('jira-unavailable', '') : undefined);
  await runCheck('group-write-present', ADMIN, world.ports).catch((error: unknown) => error);
  world.jira[how] = () => undefined;
  expect((await world.siteChecks.find()).begun).toHaveLength(1);
  world.clock.advance(HOUR);
  await settleStaleChecks(world.ports);
  expect((await world.siteChecks.find()).begun).toEqual([]);
  expect(inTestGroup()).toEqual([]);
});

test('a group that somebody filled, or that gives access by now, is not touched', async () => {
  await runCheck('group-write-present', ADMIN, world.ports);
  world.jira.addPerson('u-colleague', [testGroup()]);
  await runCheck('group-write-present', ADMIN, world.ports);
  expect((await answerOf('group-write-present'))?.outcome).toBe('not-harmless');
  expect(inTestGroup()).toEqual(['u-colleague']);

  world.jira.people.get('u-colleague')?.groups.delete(testGroup());
  world.jira.roles.push({ key: 'jira-software', name: 'Jira', groupIds: [testGroup()] });
  await tryInBackground();
  expect((await answerOf('group-write-background'))?.outcome).toBe('not-harmless');
  expect(world.jira.removals).toHaveLength(1);
});
