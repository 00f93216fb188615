import { DAY, MINUTE } from '../../src/domain/instant';
import type { ReclamationRule, RuleSettings } from '../../src/domain/reclamation-rule';
import { previewRule } from '../../src/usecases/preview-rule';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { confirmReclamationRule, saveReclamationRule } from '../../src/usecases/reclamation-rules';
import { runJobNow } from '../../src/usecases/run-job-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { ago, company, ok, OPERATOR, publish, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** A company that was just evaluated; nobody has looked at its rules. */
async function published() {
  const world = company();
  world.jira.addPerson(CALLER, ['g-site-admins']);
  const profile = await publish(world);
  await deliverAll(world);
  return { world, profile, rule: await ruleOf(world, profile.id) };
}

async function ruleOf({ ports }: World, profileId: string): Promise<ReclamationRule> {
  const rule = (await ports.rules.list(profileId)).find(({ roleKey }) => roleKey === SOFTWARE);
  if (!rule) throw new Error('publishing made no rule');
  return rule;
}

const save = (world: World, rule: ReclamationRule, settings: Partial<RuleSettings>) =>
  saveReclamationRule(
    {
      profileId: rule.profileId,
      ruleId: rule.id,
      revision: rule.revision,
      caller: CALLER,
      settings: { ...rule, ...settings },
    },
    world.ports,
  );
const confirm = (world: World, { profileId, id, revision }: ReclamationRule) =>
  confirmReclamationRule({ profileId, ruleId: id, revision, caller: CALLER }, world.ports);
const preview = async (world: World, rule: ReclamationRule, settings: Partial<RuleSettings> = {}) =>
  ok(
    await previewRule({ profileId: rule.profileId, ruleId: rule.id, settings: { ...rule, ...settings } }, world.ports),
  );

async function evaluate(world: World, profileId: string): Promise<void> {
  world.clock.advance(MINUTE);
  ok(await runJobNow({ jobId: `${profileId}.evaluate`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
}
const kinds = (world: World) => world.evidence.all().map(({ kind }) => kind);
const openOf = (world: World) =>
  world.candidates
    .all()
    .filter(({ state, roleKey }) => roleKey === SOFTWARE && state === 'Ready')
    .map(({ accountId }) => accountId)
    .sort();

describe('a rule that nobody confirmed', () => {
  test('lets no door to a removal open for its candidates', async () => {
    const { world, profile } = await published();
    const { number } = candidateOf(world, 'u-idle');
    for (const mode of ['preview', 'apply'] as const)
      expect(await reclaimNow({ number, mode, caller: CALLER }, world.ports)).toMatchObject({ code: 'refused' });
    const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    expect(await startReclaim(chosen, world.ports)).toMatchObject({ code: 'refused' });
    expect(world.jira.removals).toEqual([]);
  });

  test('is unlocked by a person, on record, once', async () => {
    const { world, rule } = await published();
    const confirmed = ok(await confirm(world, rule));
    expect(confirmed.review).toEqual({ at: world.clock.now(), by: CALLER });
    expect(ok(await confirm(world, confirmed))).toEqual(confirmed);
    expect(kinds(world).filter((kind) => kind === 'rule-confirmed')).toHaveLength(1);
    const { number } = candidateOf(world, 'u-idle');
    expect(ok(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports)).outcome).toBe('removed');
  });

  test('stops a reclaim that is under way when it is changed meanwhile', async () => {
    const { world, profile, rule } = await published();
    const confirmed = ok(await confirm(world, ok(await save(world, rule, { maxPercentPerRun: 100 }))));
    const numbers = ['u-idle', 'u-idle-twice'].map((who) => candidateOf(world, who).number);
    ok(await startReclaim({ profileId: profile.id, numbers, expectedCount: 2, caller: CALLER }, world.ports));
    ok(await save(world, confirmed, { lastActivityThresholdDays: 61 }));
    await deliverAll(world);
    expect(world.jira.removals).toEqual([]);
  });
});

describe('changing a rule', () => {
  test('takes the confirmation back, unless only its name changed', async () => {
    const { world, rule } = await published();
    const renamed = ok(await save(world, ok(await confirm(world, rule)), { name: ' Idle seats ' }));
    expect(renamed).toMatchObject({ name: 'Idle seats', review: { by: CALLER }, changedBy: CALLER });
    const changed = ok(await save(world, renamed, { newAccountGraceDays: 10 }));
    expect(changed).toMatchObject({ review: null, newAccountGraceDays: 10 });
    expect(kinds(world).filter((kind) => kind === 'rule-saved')).toHaveLength(2);
  });

  test('is refused to the second of two administrators', async () => {
    const { world, rule } = await published();
    ok(await save(world, rule, { lastActivityThresholdDays: 90 }));
    expect(await save(world, rule, { lastActivityThresholdDays: 30 })).toMatchObject({ code: 'conflict' });
    expect(await confirm(world, rule)).toMatchObject({ code: 'conflict' });
    expect((await ruleOf(world, rule.profileId)).lastActivityThresholdDays).toBe(90);
  });

  test.each<[string, Partial<RuleSettings>, string]>([
    ['without a name', { name: '  ' }, 'name'],
    ['named as another', { name: 'Jira Service Management: no activity for 60 days' }, 'name'],
    [
      'about a group that is not selected',
      { condition: { groupIds: ['g-outside'], firstSeenBefore: null } },
      'condition.groupIds',
    ],
    [
      'from before the app knew the seats',
      { condition: { groupIds: [], firstSeenBefore: ago(1) } },
      'condition.firstSeenBefore',
    ],
    ['protecting somebody whom Jira does not know', { protectedAccountIds: ['u-nobody'] }, 'protectedAccountIds'],
    ['protecting a group that Jira does not know', { protectedGroupIds: ['g-nowhere'] }, 'protectedGroupIds'],
  ])('is refused for one %s', async (_name, change, field) => {
    const { world, rule } = await published();
    const answer = await save(world, rule, change);
    expect(answer).toMatchObject({ ok: false, code: 'bad-input', fields: [{ field }] });
  });
});

describe('what a rule decides', () => {
  const EVERYBODY = ['u-idle', 'u-idle-twice', 'u-kept-alive'];

  test.each<[string, Partial<RuleSettings>, readonly string[]]>([
    ['a protected person', { protectedAccountIds: ['u-idle'] }, ['u-idle-twice', 'u-kept-alive']],
    ['a protected group of the selection', { protectedGroupIds: ['g-developers'] }, ['u-idle', 'u-kept-alive']],
    ['a protected group outside of it', { protectedGroupIds: ['g-outside'] }, ['u-idle', 'u-idle-twice']],
    ['a condition', { condition: { groupIds: ['g-developers'], firstSeenBefore: null } }, ['u-idle-twice']],
    ['counting only', { createCandidates: false }, []],
    ['people without any trace kept', { includeNoActivity: false }, []],
  ])('%s: open candidates follow, and the preview has said so', async (_name, change, expected) => {
    const { world, profile, rule } = await published();
    expect(openOf(world)).toEqual(EVERYBODY);
    const before = await preview(world, rule, change);
    ok(await save(world, rule, change));
    await evaluate(world, profile.id);
    expect(openOf(world)).toEqual(expected);
    const inSelection = !(change.protectedGroupIds ?? []).includes('g-outside');
    expect(before).toMatchObject(inSelection ? { candidates: expected.length, more: 0 } : { candidates: 3 });
    expect(before.notes).toHaveLength(inSelection ? 0 : 1);
  });

  test('a preview only counts, and says how many it would propose', async () => {
    const { world, profile, rule } = await published();
    ok(await save(world, rule, { mode: 'preview', protectedAccountIds: ['u-idle'] }));
    await evaluate(world, profile.id);
    const saved = await ruleOf(world, profile.id);
    ok(await save(world, saved, { protectedAccountIds: [] }));
    await evaluate(world, profile.id);
    expect(openOf(world)).toEqual(['u-idle-twice', 'u-kept-alive']);
    const position = await world.positions.find(profile.id);
    expect(position?.byRole[0]).toMatchObject({ candidates: 2, wouldPropose: 1 });
    expect((await world.runs.findLatest(profile.id, 'evaluate'))?.summary).toContain('would propose 1 more');
  });

  test('a weekly rule opens candidates once a week, and closes them every day', async () => {
    const { world, profile, rule } = await published();
    ok(await save(world, rule, { cadence: 'weekly', protectedAccountIds: ['u-idle'] }));
    await evaluate(world, profile.id);
    expect(openOf(world)).toEqual(['u-idle-twice', 'u-kept-alive']);
    const saved = await ruleOf(world, profile.id);
    await world.ports.rules.save({ ...saved, protectedAccountIds: [], changedAt: null });
    await evaluate(world, profile.id);
    expect(openOf(world)).toEqual(['u-idle-twice', 'u-kept-alive']);
    world.clock.advance(7 * DAY);
    expect((await preview(world, await ruleOf(world, profile.id))).held).not.toBeNull();
  });

  test('a threshold longer than the coverage proposes nobody and says why', async () => {
    const { world, profile, rule } = await published();
    const longer = { lastActivityThresholdDays: 90 };
    expect(await preview(world, rule, longer)).toMatchObject({ candidates: 0, fewer: 3 });
    expect((await preview(world, rule, longer)).held).toContain('waits for 90 days');
    ok(await save(world, rule, longer));
    await evaluate(world, profile.id);
    expect((await world.runs.findLatest(profile.id, 'evaluate'))?.summary).toContain('waits for 90 days');
  });

  test('nobody who is protected is removed, even when their group was found protected only now', async () => {
    const { world, rule } = await published();
    const protecting = ok(await save(world, rule, { protectedGroupIds: ['g-developers'] }));
    ok(await confirm(world, protecting));
    const { number } = candidateOf(world, 'u-idle-twice');
    const result = ok(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports));
    expect(result).toMatchObject({ outcome: 'kept' });
    expect(result.notes.join(' ')).toContain('protects');
    expect(world.jira.removals).toEqual([]);
  });

  test('the preview names who it would be, idle longest first, and changes nothing', async () => {
    const { world, rule } = await published();
    const before = JSON.stringify([world.candidates.all(), await world.ports.rules.list(rule.profileId)]);
    const { first, seats, kept } = await preview(world, rule, { protectedAccountIds: ['u-idle'] });
    expect(first.map(({ accountId, isNew }) => [accountId, isNew])).toEqual([
      ['u-idle-twice', false],
      ['u-kept-alive', false],
    ]);
    expect(seats).toBe(11);
    expect(kept.reduce((sum, each) => sum + each.seats, 0)).toBe(9);
    expect(JSON.stringify([world.candidates.all(), await world.ports.rules.list(rule.profileId)])).toBe(before);
  });
});
