import type { ExclusionTarget } from '../../src/domain/exclusion-rule';
import { deleteExclusion, saveExclusion } from '../../src/usecases/exclusions';
import { runJobNow } from '../../src/usecases/run-job-now';
import { DESK, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const IDLE: ExclusionTarget = { kind: 'user', accountId: 'u-idle' };
const APPLICATION: ExclusionTarget = { kind: 'identifier', roleKey: SOFTWARE };

const exclude = (world: World, target: ExclusionTarget, active = true, revision?: number) =>
  saveExclusion({ target, active, revision, caller: CALLER }, world.ports);

async function evaluate(world: World, profileId: string): Promise<void> {
  world.clock.advance(1000);
  ok(await runJobNow({ jobId: `${profileId}.evaluate`, caller: CALLER }, world.ports));
  await deliverAll(world);
}

async function numbers(world: World, profileId: string, roleKey = SOFTWARE) {
  const role = (await world.positions.find(profileId))?.byRole.find((each) => each.roleKey === roleKey);
  if (!role) throw new Error(`${roleKey} is not counted`);
  return role;
}

describe('an excluded person', () => {
  test('is out of the numbers and no candidate from the next evaluation on', async () => {
    const { world, profile } = await decided();
    const before = await numbers(world, profile.id);
    const spans = (await world.positions.find(profile.id))?.activity;
    ok(await exclude(world, IDLE));
    expect(await numbers(world, profile.id)).toEqual(before);
    await evaluate(world, profile.id);
    expect(candidateOf(world, 'u-idle')).toMatchObject({ state: 'Closed Skipped' });
    expect(candidateOf(world, 'u-idle').timeline.at(-1)?.text).toContain('exclusion rule');
    expect(await numbers(world, profile.id)).toEqual({
      ...before,
      seats: before.seats - 1,
      inactive: before.inactive - 1,
      candidates: before.candidates - 1,
      excluded: 1,
    });
    const after = (await world.positions.find(profile.id))?.activity;
    const sum = (all: Readonly<Record<string, number>> = {}) => Object.values(all).reduce((a, b) => a + b, 0);
    expect(sum(after)).toBe(sum(spans) - 1);
  });

  test('is refused at once when somebody clicks before that', async () => {
    const { world } = await decided();
    ok(await exclude(world, IDLE));
    const result = await click(world, 'u-idle');
    expect(result.outcome).toBe('kept');
    expect(result.notes.join(' ')).toContain('exclusion rule');
    expect(world.jira.removals).toEqual([]);
    expect(candidateOf(world, 'u-idle').state).toBe('Ready');
  });

  test('is judged again when the rule is switched off or deleted', async () => {
    const { world, profile } = await decided();
    const before = await numbers(world, profile.id);
    const rule = ok(await exclude(world, IDLE));
    await evaluate(world, profile.id);
    const inactive = ok(await exclude(world, IDLE, false, rule.revision));
    await evaluate(world, profile.id);
    expect(await numbers(world, profile.id)).toEqual(before);
    const open = world.candidates.all().filter((each) => each.accountId === 'u-idle' && each.state === 'Ready');
    expect(open).toHaveLength(1);
    const { deleted } = ok(
      await deleteExclusion({ ruleId: rule.id, revision: inactive.revision, caller: CALLER }, world.ports),
    );
    expect([deleted, await world.exclusions.list()]).toEqual([true, []]);
  });
});

test('an excluded application has no seats and no candidates; the others stay as they were', async () => {
  const { world, profile } = await decided();
  const desk = await numbers(world, profile.id, DESK);
  const seats = (await numbers(world, profile.id)).seats;
  ok(await exclude(world, APPLICATION));
  await evaluate(world, profile.id);
  expect(await numbers(world, profile.id)).toMatchObject({ seats: 0, active: 0, candidates: 0, excluded: seats });
  expect(await numbers(world, profile.id, DESK)).toEqual(desk);
  const open = world.candidates.all().filter((each) => each.roleKey === SOFTWARE && each.state === 'Ready');
  expect(open).toEqual([]);
});

describe('a rule', () => {
  test('is recorded with who, whom and what, each time it changes', async () => {
    const { world } = await decided();
    const rule = ok(await exclude(world, IDLE));
    expect(rule).toMatchObject({ revision: 1, createdBy: CALLER, changedBy: CALLER });
    const changed = ok(await exclude(world, IDLE, false, 1));
    ok(await deleteExclusion({ ruleId: rule.id, revision: changed.revision, caller: CALLER }, world.ports));
    const entries = world.evidence.all().filter(({ kind }) => kind.startsWith('exclusion'));
    expect(entries.map(({ kind, by, subject, details }) => [kind, by, subject, details['active']])).toEqual([
      ['exclusion-saved', CALLER, 'u-idle', true],
      ['exclusion-saved', CALLER, 'u-idle', false],
      ['exclusion-deleted', CALLER, 'u-idle', false],
    ]);
  });

  test.each<[string, ExclusionTarget]>([
    ['somebody Jira does not know', { kind: 'user', accountId: 'nobody' }],
    ['an application the site does not have', { kind: 'identifier', roleKey: 'nothing' }],
  ])('about %s is refused', async (_name, target) => {
    const { world } = await decided();
    expect(await exclude(world, target)).toMatchObject({ ok: false, code: 'bad-input' });
    expect(await world.exclusions.list()).toEqual([]);
  });

  test('about the same is refused, and so is the second of two changes', async () => {
    const { world } = await decided();
    ok(await exclude(world, IDLE));
    expect(await exclude(world, IDLE)).toMatchObject({ ok: false, code: 'bad-input' });
    ok(await exclude(world, IDLE, false, 1));
    expect(await exclude(world, IDLE, true, 1)).toMatchObject({ ok: false, code: 'conflict' });
    const gone = { ruleId: 'user.u-idle', revision: 1, caller: CALLER };
    expect(await deleteExclusion(gone, world.ports)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await deleteExclusion({ ...gone, ruleId: 'user.x' }, world.ports)).toMatchObject({ code: 'not-found' });
  });
});
