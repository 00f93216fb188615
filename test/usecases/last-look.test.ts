import type { RuleSettings } from '../../src/domain/reclamation-rule';
import { DAY, HOUR } from '../../src/domain/instant';
import { storeCandidate } from '../../src/usecases/candidate-table';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { saveExclusion } from '../../src/usecases/exclusions';
import { confirmAccountOwner } from '../../src/usecases/programs/confirm-account-owner';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { validateConnection } from '../../src/usecases/validate-connection';
import { changeRule } from '../fakes/changed-rule';
import { DESK, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { START, type World } from '../fakes/world';

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];
const groupsOf = ({ jira }: World, accountId = PERSON) =>
  [...(jira.people.get(accountId)?.groups ?? [])].filter((id) => BOTH.includes(id)).sort();

describe('an application that would be lost with the seat', () => {
  /** One group gives both applications, and the person holds the other one by nothing else. */
  async function sharing() {
    const { world, profile } = await decided();
    const index = world.jira.roles.findIndex(({ key }) => key === DESK);
    const groupIds = ['g-desk', 'g-software'];
    world.jira.roles.splice(index, 1, { key: DESK, name: 'Jira Service Management', groupIds });
    world.jira.people.get(PERSON)?.groups.delete('g-desk');
    ok(await validateConnection({ profileId: profile.id, caller: CALLER }, world.ports));
    return { world, profile };
  }

  test('goes with it where nothing speaks for it', async () => {
    const { world } = await sharing();
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed', alsoLoses: ['Jira Service Management'] });
  });

  test('keeps it where its own rule still counts the person as active', async () => {
    const { world, profile } = await sharing();
    await changeRule(world, profile.id, { lastActivityThresholdDays: 90 }, DESK);
    const result = await click(world, PERSON);
    expect(result.outcome).toBe('kept');
    expect(groupsOf(world)).toEqual(BOTH);
  });

  test.each(['asked', 'wished', 'granted'] as const)('keeps it while it is %s, and not for longer', async (promise) => {
    const { world } = await sharing();
    const other = candidateOf(world, PERSON, DESK);
    const now = world.clock.now();
    const state = { asked: 'Awaiting User', wished: 'Awaiting Approval', granted: 'Closed Skipped' } as const;
    const decision = { kind: 'granted', at: now, by: CALLER, keptUntil: now + DAY } as const;
    const notice = {
      askedAt: now,
      by: CALLER,
      workItem: 'LIC-1',
      answerDay: '2026-12-07',
      zone: 'UTC',
      answerBy: now + DAY,
      answer: null,
      decision: null,
    };
    const answer = { kind: 'keep', at: now } as const;
    const said = { asked: {}, wished: { answer }, granted: { answer, decision } } as const;
    const given = { ...notice, ...said[promise] };
    await storeCandidate({ ...other, state: state[promise], notice: given }, world.ports);
    const why = {
      asked: 'may still answer until',
      wished: 'wants to keep it',
      granted: 'promised to stay until',
    } as const;
    const notes = [expect.stringContaining(why[promise])];
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept', notes });
    expect(groupsOf(world)).toEqual(BOTH);
    world.clock.advance(DAY);
    const later = await click(world, PERSON, 'preview');
    expect(later.outcome).toBe(promise === 'wished' ? 'kept' : 'would-remove');
  });

  test.each<[string, Partial<RuleSettings>]>([
    ['only counts usage', { createCandidates: false }],
    ['is only a preview', { mode: 'preview' }],
    ['has people asked first', { notifyUser: true, daysBeforeAutoReclamation: 7 }],
  ])('keeps it where its own rule %s', async (_name, change) => {
    const { world, profile } = await sharing();
    await changeRule(world, profile.id, change, DESK);
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept', notes: [expect.stringContaining('lost too')] });
    expect(groupsOf(world)).toEqual(BOTH);
  });

  test('keeps it where nobody confirmed its own rule', async () => {
    const { world, profile } = await sharing();
    const rules = await world.ports.rules.list(profile.id);
    for (const rule of rules) if (rule.roleKey === DESK) await world.ports.rules.save({ ...rule, review: null });
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
    expect(groupsOf(world)).toEqual(BOTH);
  });

  test('keeps it where the person works, whatever the first seat was proposed for', async () => {
    const { world, profile } = await sharing();
    const candidate = candidateOf(world, PERSON);
    await world.candidates.replace({ ...candidate, source: 'hand', justification: 'Unlicensed', thresholdDays: 1 });
    const at = world.clock.now() - HOUR;
    const creation = { accountId: PERSON, kind: 'issue-created', at } as const;
    world.jira.issues.push({ key: 'A-9', creation, comments: [], changes: [] });
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept', notes: [expect.stringContaining('lost too')] });
    expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Ready' });
    expect(profile.groupIds).toContain('g-software');
  });

  test('counts for the limit of its own rule', async () => {
    const { world, profile } = await sharing();
    await changeRule(world, profile.id, { maxSeatsPerRun: 1 }, DESK);
    const numbers = ['u-idle', PERSON].map((accountId) => candidateOf(world, accountId).number);
    ok(await startReclaim({ profileId: profile.id, numbers, expectedCount: 2, caller: CALLER }, world.ports));
    await deliverAll(world);
    const states = ['u-idle', PERSON].map((accountId) => candidateOf(world, accountId).state);
    expect(states.filter((state) => state === 'Closed Complete')).toHaveLength(1);
  });

  test('keeps it where it is excluded', async () => {
    const { world } = await sharing();
    ok(
      await saveExclusion(
        { target: { kind: 'identifier', roleKey: DESK }, active: true, revision: undefined, caller: CALLER },
        world.ports,
      ),
    );
    const result = await click(world, PERSON);
    expect(result).toMatchObject({ outcome: 'kept', notes: [expect.stringContaining(DESK)] });
    expect(groupsOf(world)).toEqual(BOTH);
  });
});

test('who counts what the rule counts by now is kept, whatever it counted when it proposed the seat', async () => {
  const { world, profile } = await decided();
  const rule = (await world.ports.rules.list(profile.id)).find(({ roleKey }) => roleKey === SOFTWARE);
  const candidate = candidateOf(world, PERSON);
  await world.candidates.replace({ ...candidate, activityBasis: 'original-compatible' });
  // The rule counts every contribution and every view.
  expect(rule?.activityBasis).toBe('including-views');
  const at = world.clock.now() - DAY;
  await world.stamps.put({
    day: new Date(at).toISOString().slice(0, 10),
    kind: 'issue-viewed',
    accountId: PERSON,
    at,
    ref: null,
  });
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(groupsOf(world)).toEqual(BOTH);
});

test('access that was given anew since the seat was proposed keeps it, though the rule has no grace', async () => {
  const { world, profile } = await decided();
  await changeRule(world, profile.id, { newAccountGraceDays: 0 });
  world.clock.advance(3 * HOUR);
  world.jira.audit.push({ by: CALLER, assigned: PERSON, at: world.clock.now() - HOUR });
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(groupsOf(world)).toEqual(BOTH);
});

test.each<[string, Partial<RuleSettings>, string]>([
  ['only counts usage', { createCandidates: false }, PERSON],
  ['keeps people of whom nothing was ever seen', { includeNoActivity: false }, 'u-idle'],
])('a rule that by now %s takes nobody whom it proposed before', async (_name, change, accountId) => {
  const { world, profile } = await decided();
  const { number, inactiveDays } = candidateOf(world, accountId);
  await changeRule(world, profile.id, change);
  const clicked = await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports);
  expect({ inactiveDays, clicked }).toMatchObject({ clicked: { ok: false, code: 'refused' } });
  expect(world.jira.removals).toEqual([]);
});

test.each<[string, Partial<RuleSettings>]>([
  ['looks only at another group', { condition: { groupIds: ['g-developers'], firstSeenBefore: null } }],
  ['looks only at older seats', { condition: { groupIds: [], firstSeenBefore: START + 0.2 * HOUR } }],
  ['waits longer for new ones', { newAccountGraceDays: 90 }],
])('a rule that by now %s takes nobody whom it proposed before', async (_name, change) => {
  const { world, profile } = await decided();
  const generation = await world.ports.subscriptions.findCurrent(profile.id);
  if (!generation) throw new Error('nothing downloaded');
  for (let bucket = 0; bucket < generation.buckets; bucket += 1) {
    const holders = await world.ports.subscriptions.readBucket(generation, bucket);
    const dated = holders.map((holder) => ({ ...holder, firstSeen: START + 0.5 * HOUR }));
    await world.ports.subscriptions.writeBucket(generation, bucket, dated);
  }
  world.clock.advance(HOUR);
  await changeRule(world, profile.id, change);
  expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'kept', notes: [expect.stringContaining('by now')] });
  expect(world.jira.removals).toEqual([]);
});

test('a service account is left alone', async () => {
  const { world } = await decided();
  Object.assign(world.jira.people.get(PERSON) ?? {}, { serviceAccount: true });
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(groupsOf(world)).toEqual(BOTH);
});

describe('an account whose name sounds like a program’s', () => {
  async function program() {
    const { world, profile } = await decided();
    Object.assign(world.jira.people.get(PERSON) ?? {}, { soundsLikeProgram: true });
    return { world, profile };
  }

  test('is kept by a run in the background, which says why', async () => {
    const { world, profile } = await program();
    const { number } = candidateOf(world, PERSON);
    const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    ok(await startReclaim(chosen, world.ports));
    await deliverAll(world);
    expect(groupsOf(world)).toEqual(BOTH);
    const { state, timeline } = candidateOf(world, PERSON);
    expect({ state, told: timeline.at(-1)?.text }).toEqual({
      state: 'Ready',
      told: expect.stringMatching(/sounds like a program/) as string,
    });
  });

  test('is kept by a click as well, until somebody confirmed that it is a person’s', async () => {
    const { world } = await program();
    expect(await click(world, PERSON, 'preview')).toMatchObject({ outcome: 'kept' });
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
    expect(groupsOf(world)).toEqual(BOTH);
    ok(await confirmAccountOwner({ accountId: PERSON, kind: 'person', caller: CALLER }, world.ports));
    expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed' });
  });
});

test('a program that somebody confirmed is kept, whatever its name is', async () => {
  const { world } = await decided();
  ok(await confirmAccountOwner({ accountId: PERSON, kind: 'program', caller: CALLER }, world.ports));
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(groupsOf(world)).toEqual(BOTH);
  ok(await confirmAccountOwner({ accountId: PERSON, kind: 'person', caller: CALLER }, world.ports));
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed' });
});

test('nobody is confirmed whom Jira does not know', async () => {
  const { world } = await decided();
  const outcome = await confirmAccountOwner({ accountId: 'nobody', kind: 'person', caller: CALLER }, world.ports);
  expect(outcome).toMatchObject({ ok: false, code: 'not-found' });
});
