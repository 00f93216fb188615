import { DAY, HOUR, utcDay } from '../../src/domain/instant';
import { createCandidate } from '../../src/usecases/create-candidate';
import { saveExclusion } from '../../src/usecases/exclusions';
import { asking } from '../fakes/asking';
import { changeRule } from '../fakes/changed-rule';
import { ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

/** What the evidence keeps of the last look, by the newest entry of a kind. */
const lookOf = (world: World, kind: string) => {
  const entry = world.evidence
    .all()
    .filter((each) => each.kind === kind)
    .at(-1);
  return entry?.details.look as Record<string, unknown> | undefined;
};

test('a removal keeps everything that the last look found, with ids only', async () => {
  const { world, profile } = await decided();
  const coverage = await world.ports.activity.findCoverage(profile.id);
  await click(world, 'u-idle-twice');
  expect(lookOf(world, 'reclaim-intended')).toEqual({
    as: 'caller',
    recentActivity: 'none',
    accessGivenAnew: false,
    basis: 'including-views',
    thresholdDays: 60,
    coverage: {
      from: new Date(coverage?.from ?? 0).toISOString(),
      to: new Date(coverage?.to ?? 0).toISOString(),
    },
    contentBlocked: false,
    account: {
      active: true,
      type: 'atlassian',
      guest: false,
      service: false,
      soundsLikeProgram: false,
      confirmedAs: null,
    },
    plan: 'remove',
    grantingGroups: ['g-software', 'g-developers'],
    exclusion: null,
    lock: null,
    lockOfLost: null,
  });
  expect(JSON.stringify(world.evidence.all())).not.toContain('name of g-');
});

test('a closed candidate still tells what was found when it was taken', async () => {
  const { world, profile } = await decided();
  const from = (await world.ports.activity.findCoverage(profile.id))?.from ?? 0;
  await click(world, 'u-idle-twice');
  const { state, timeline } = candidateOf(world, 'u-idle-twice');
  expect(state).toBe('Closed Complete');
  const told = timeline.find(({ text }) => text.startsWith('Looked once more'))?.text;
  expect(told).toContain(`no activity in the last 60 days, read from ${utcDay(from)}`);
  expect(told).toContain('2 groups give the seat');
  expect(told).toContain('Removal from 2 groups begins.');
});

describe('a seat that is kept keeps what was found', () => {
  const cases: readonly [string, (world: World, profileId: string) => unknown, Record<string, unknown>][] = [
    [
      'activity',
      ({ jira, clock }) => jira.worklogs.push({ accountId: 'u-idle', kind: 'worklog', at: clock.now() }),
      { recentActivity: 'seen' },
    ],
    ['a doubt', ({ jira }) => jira.unclear.add('u-idle'), { recentActivity: 'unclear' }],
    [
      'access given anew',
      ({ jira, clock }) => {
        clock.advance(3 * HOUR);
        jira.audit.push({ by: CALLER, assigned: 'u-idle', at: clock.now() - HOUR });
      },
      { accessGivenAnew: true },
    ],
    [
      'an exclusion',
      ({ ports }) => {
        const target = { kind: 'user', accountId: 'u-idle' } as const;
        return saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, ports);
      },
      { exclusion: 'user.u-idle' },
    ],
    [
      'a protection',
      (world, profileId) => changeRule(world, profileId, { protectedAccountIds: ['u-idle'] }),
      { lock: expect.stringContaining('protects') as string },
    ],
    [
      'a deactivated account',
      ({ jira }) => jira.setActive('u-idle', false),
      {
        account: {
          active: false,
          type: 'atlassian',
          guest: false,
          service: false,
          soundsLikeProgram: false,
          confirmedAs: null,
        },
      },
    ],
    [
      'a group that is not selected',
      ({ jira }) => jira.move('u-idle', 'g-outside', true),
      { plan: 'kept-alive', grantingGroups: ['g-software', 'g-outside'] },
    ],
  ];
  test.each(cases)('%s', async (_name, happens, found) => {
    const { world, profile } = await decided();
    await happens(world, profile.id);
    expect((await click(world, 'u-idle')).outcome).toBe('kept');
    expect(lookOf(world, 'reclaim-kept')).toMatchObject(found);
  });
});

test('whoever is asked was looked at, and so was who could not be asked', async () => {
  const { world } = await asking();
  await click(world, 'u-idle');
  expect(lookOf(world, 'notice-sent')).toMatchObject({ recentActivity: 'none', thresholdDays: 60 });
  world.jira.blind.add('u-idle-twice');
  await click(world, 'u-idle-twice');
  expect(lookOf(world, 'notice-failed')).toMatchObject({ recentActivity: 'none', plan: 'remove' });
});

test('a seat that goes for another reason says that activity was no question', async () => {
  const { world, profile } = await decided();
  const seat = { profileId: profile.id, accountId: 'u-editor', roleKey: SOFTWARE };
  ok(await createCandidate({ ...seat, justification: 'Unlicensed', note: 'Over', caller: CALLER }, world.ports));
  world.clock.advance(DAY / 2);
  await click(world, 'u-editor');
  expect(lookOf(world, 'reclaim-intended')).toMatchObject({ recentActivity: 'not-asked', basis: null, coverage: null });
  const told = candidateOf(world, 'u-editor').timeline.map(({ text }) => text);
  expect(told.join(' ')).toContain('activity was not asked about');
});
