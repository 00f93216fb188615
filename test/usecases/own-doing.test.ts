import { DAY, HOUR, MINUTE, utcDay } from '../../src/domain/instant';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { startRun } from '../../src/usecases/start-run';
import { restoreNow } from '../../src/usecases/restore-now';
import { cancelOnActivity } from '../../src/usecases/cancel-on-activity';
import { DESK, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** What changes nothing about a seat, or was the app's own doing, is no news about the person. */

const PERSON = 'u-idle-twice';

async function aDayLater(world: World): Promise<void> {
  world.clock.advance(DAY);
  await startDueJobs(world.ports);
  await deliverAll(world);
}

const states = (world: World, accountId = PERSON) =>
  world.candidates
    .all()
    .filter((each) => each.accountId === accountId)
    .map(({ roleKey, state }) => `${roleKey} ${state}`)
    .sort();

test('a group that gives no seat makes none new', async () => {
  const { world } = await decided();
  world.jira.addGroup('g-book-club');
  world.clock.advance(HOUR);
  world.jira.move(PERSON, 'g-book-club', true);
  world.clock.advance(MINUTE);
  expect(await click(world, PERSON, 'preview')).toMatchObject({ outcome: 'would-remove' });
  await aDayLater(world);
  expect(states(world)).toEqual([`${DESK} Ready`, `${SOFTWARE} Ready`]);
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed' });
});

test('a group that gives another application makes only that seat new for the last look', async () => {
  const { world } = await decided();
  world.clock.advance(HOUR);
  world.jira.move('u-idle', 'g-desk', true);
  world.clock.advance(MINUTE);
  expect(await click(world, 'u-idle', 'preview')).toMatchObject({ outcome: 'would-remove' });
});

test.each(['g-software', 'g-outside'])('a group that gives the seat does: %s', async (groupId) => {
  const { world } = await decided();
  world.clock.advance(HOUR);
  world.jira.move(PERSON, 'g-software', false);
  world.jira.move(PERSON, groupId, true);
  world.clock.advance(MINUTE);
  expect(await click(world, PERSON, 'preview')).toMatchObject({
    outcome: 'kept',
    notes: expect.arrayContaining([expect.stringMatching(/Access was given anew|also gives this seat/)]) as unknown,
  });
  await aDayLater(world);
  expect(states(world)).toContain(`${SOFTWARE} Closed Skipped`);
});

test('what the app gave back when Jira refused the other group leaves the candidate where it is', async () => {
  const { world } = await decided();
  world.jira.managedElsewhere.add('g-developers');
  world.clock.advance(HOUR);
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'failed' });
  expect(groupsOf(world, PERSON)).toEqual(TWICE);
  const assigned = world.jira.audit.filter(({ to }) => to === 'g-software');
  expect(assigned).toHaveLength(1);
  await aDayLater(world);
  expect(states(world)).toEqual([`${DESK} Ready`, `${SOFTWARE} Attention Required`]);
});

test('a restored seat says nothing about another application', async () => {
  const { world } = await decided();
  world.clock.advance(HOUR);
  await click(world, PERSON);
  world.clock.advance(HOUR);
  const { number } = candidateOf(world, PERSON);
  expect(ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports)).outcome).toBe('restored');
  const other = candidateOf(world, PERSON, DESK);
  await aDayLater(world);
  expect(candidateOf(world, PERSON, DESK)).toMatchObject({ number: other.number, state: 'Ready' });
  const person = (await world.activity.readBucket((await world.activity.findBucketCount()) ?? 1, 0)).find(
    ({ accountId }) => accountId === PERSON,
  );
  expect(person?.assignedAt ?? null).toBeNull();
});

test('access that somebody gives anew later is news although the app gave the group back before', async () => {
  const { world } = await decided();
  world.jira.managedElsewhere.add('g-developers');
  await click(world, PERSON);
  world.clock.advance(HOUR);
  world.jira.move(PERSON, 'g-software', false);
  world.jira.move(PERSON, 'g-software', true);
  await aDayLater(world);
  expect(states(world)).toContain(`${SOFTWARE} Closed Skipped`);
});

test('whoever an event or the last look saw is not proposed anew before the rule’s time has passed', async () => {
  const { world, profile } = await decided();
  world.clock.advance(HOUR);
  const at = world.clock.now();
  await cancelOnActivity({ accountId: PERSON, kind: 'issue-changed', at }, world.ports);
  expect(states(world)).toEqual([`${DESK} Closed Canceled`, `${SOFTWARE} Closed Canceled`]);
  for (const day of [0, 1, 58]) {
    world.clock.advance(day * DAY);
    const id = `evaluate-${day}`;
    await startRun({ id, profile, kind: 'evaluate', cursor: null, requestedBy: CALLER }, world.ports);
    await deliverAll(world);
    expect(await world.runs.find(id)).toMatchObject({ counts: { created: 0 } });
    expect(states(world)).toEqual([`${DESK} Closed Canceled`, `${SOFTWARE} Closed Canceled`]);
  }
});

test('access to one application, given anew, leaves the candidate of another where it is', async () => {
  const { world } = await decided();
  world.jira.move(PERSON, 'g-desk', false);
  world.clock.advance(HOUR);
  world.jira.move(PERSON, 'g-desk', true);
  await aDayLater(world);
  expect(states(world)).toEqual([`${DESK} Closed Skipped`, `${SOFTWARE} Ready`]);
});

const evaluateNow = async ({ world, profile }: Awaited<ReturnType<typeof decided>>, id: string) => {
  await startRun({ id, profile, kind: 'evaluate', cursor: null, requestedBy: CALLER }, world.ports);
  await deliverAll(world);
};

test('what the last look saw for one application is known for every other at once', async () => {
  const ready = await decided();
  const { world } = ready;
  world.clock.advance(HOUR);
  const at = world.clock.now() - HOUR / 2;
  world.jira.audit.push({ at, by: PERSON, assigned: null });
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  await evaluateNow(ready, 'again');
  expect(states(world)).toEqual([`${DESK} Closed Canceled`, `${SOFTWARE} Closed Canceled`]);
  expect([...(await world.activity.listFound()).values()]).toMatchObject([[{ accountId: PERSON, facts: [{ at }] }]]);
  await aDayLater(world);
  expect((await world.activity.listFound()).size).toBe(0);
  expect(states(world)).toEqual([`${DESK} Closed Canceled`, `${SOFTWARE} Closed Canceled`]);
});

test('work that the last look saw without its moment makes the person unknown, and the next run asks when it was', async () => {
  const ready = await decided();
  const { world } = ready;
  world.clock.advance(HOUR);
  const done = { accountId: PERSON, kind: 'issue-changed', at: world.clock.now() - HOUR / 2 } as const;
  world.jira.issues.push({ key: 'B-1', creation: { ...done, accountId: 'u-editor' }, comments: [], changes: [done] });
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect([...(await world.activity.listFound()).values()]).toMatchObject([
    [{ facts: [], unreadUntil: world.clock.now() }],
  ]);
  await evaluateNow(ready, 'again');
  // Neither proposed anew nor called active: nobody knows when it was.
  expect(states(world)).toEqual([`${DESK} Ready`, `${SOFTWARE} Closed Canceled`]);
  await aDayLater(world);
  expect(states(world)).toEqual([`${DESK} Closed Canceled`, `${SOFTWARE} Closed Canceled`]);
});

test('whoever an event saw since activity was read is not proposed, candidate or not', async () => {
  const ready = await decided();
  const { world, profile } = ready;
  for (const rule of await world.ports.rules.list(profile.id))
    await world.ports.rules.save({ ...rule, lastActivityThresholdDays: 5 });
  world.clock.advance(HOUR);
  const at = world.clock.now();
  const who = 'u-editor';
  const before = world.candidates.all().filter(({ accountId }) => accountId === who);
  expect(before).toEqual([]);
  await world.stamps.put({ day: utcDay(at), accountId: who, kind: 'issue-changed', at, ref: null });
  await evaluateNow(ready, 'again');
  const proposed = new Set(world.candidates.all().map(({ accountId }) => accountId));
  expect(proposed.has(who)).toBe(false);
  expect(proposed.has('u-auditor')).toBe(true);
});
