import type { IntegrationProfile, ProfileSettings } from '../../src/domain/integration-profile';
import { saveExclusion } from '../../src/usecases/exclusions';
import { revokeOperator } from '../../src/usecases/reclaim-operator';
import { saveProfile } from '../../src/usecases/save-profile';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { asking } from '../fakes/asking';
import { changeRule } from '../fakes/changed-rule';
import { DESK, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** What an administrator was told to be done while the last look waited for Jira holds for the removal that follows. */

const PERSON = 'u-idle-twice';
type Decide = (world: World, profile: IntegrationProfile) => Promise<unknown>;

const save: (change: Partial<ProfileSettings>) => Decide =
  (change) =>
  async ({ ports }, profile) => {
    const { id: profileId, revision } = profile;
    const settings = { ...profile, ...change };
    ok(await saveProfile({ profileId, revision, settings, lookBackConfirmed: true, caller: CALLER }, ports));
  };
const exclude = (target: Parameters<typeof saveExclusion>[0]['target']) => async (world: World) =>
  ok(await saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, world.ports));

const DECISIONS: readonly (readonly [string, Decide])[] = [
  ['reclaim is switched off', save({ reclaim: false })],
  [
    'a group is taken out of the profile',
    (world, profile) => save({ groupIds: profile.groupIds.filter((id) => id !== 'g-software') })(world, profile),
  ],
  ['the profile is deleted', (world, { id }) => world.profiles.remove(id)],
  ['the person is excluded', exclude({ kind: 'user', accountId: PERSON })],
  ['the application is excluded', exclude({ kind: 'identifier', roleKey: SOFTWARE })],
  ['the person is protected', (world, { id }) => changeRule(world, id, { protectedAccountIds: [PERSON] })],
  [
    'a rule of another application protects',
    (world, { id }) => changeRule(world, id, { protectedAccountIds: [PERSON] }, DESK),
  ],
  ['a group of the person is protected', (world, { id }) => changeRule(world, id, { protectedGroupIds: ['g-desk'] })],
  ['the rule waits longer', (world, { id }) => changeRule(world, id, { lastActivityThresholdDays: 90 })],
  ['the rule only counts', (world, { id }) => changeRule(world, id, { createCandidates: false })],
  ['the rule has people asked first', (world, { id }) => changeRule(world, id, { notifyUser: true })],
];

function onceWhileAsked(world: World, decide: () => Promise<unknown>): void {
  let isDecided = false;
  world.jira.meanwhile = async (operation) => {
    if (isDecided || operation !== 'probe') return;
    isDecided = true;
    await decide();
  };
}

test.each(DECISIONS)('a click takes nothing where %s meanwhile', async (_name, decide) => {
  const { world, profile } = await decided();
  onceWhileAsked(world, () => decide(world, profile));
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(groupsOf(world, PERSON)).toEqual(TWICE);
  expect(world.jira.removals).toEqual([]);
  expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Ready', groupsBefore: null, groupsRemoved: null });
  const told = (await world.evidence.list({ subject: PERSON })).entries.map(({ kind }) => kind);
  expect(told.filter((kind) => kind === 'reclaim-intended')).toHaveLength(1);
  expect(told.filter((kind) => kind === 'reclaim-kept')).toHaveLength(1);
});

const IN_BACKGROUND: typeof DECISIONS = [
  ...DECISIONS.filter(([name]) => !name.includes('deleted')),
  [
    'the operator is revoked',
    (world, { id, revision }) => revokeOperator({ profileId: id, revision, caller: CALLER }, world.ports),
  ],
];

test.each(IN_BACKGROUND)('a run takes nothing where %s meanwhile', async (_name, decide) => {
  const { world, profile } = await decided();
  const numbers = [candidateOf(world, PERSON).number];
  ok(await startReclaim({ profileId: profile.id, numbers, expectedCount: 1, caller: CALLER }, world.ports));
  onceWhileAsked(world, () => decide(world, profile));
  await deliverAll(world);
  expect(groupsOf(world, PERSON)).toEqual(TWICE);
  expect(world.jira.removals).toEqual([]);
  expect(candidateOf(world, PERSON).state).toBe('Ready');
});

test('what is decided about somebody else keeps nobody', async () => {
  const { world } = await decided();
  onceWhileAsked(world, () => exclude({ kind: 'user', accountId: 'u-idle' })(world));
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'removed' });
});

test('nobody is asked by mail either', async () => {
  const { world } = await asking();
  onceWhileAsked(world, () => exclude({ kind: 'user', accountId: PERSON })(world));
  expect(await click(world, PERSON)).toMatchObject({ outcome: 'kept' });
  expect(world.jira.mails).toEqual([]);
});
