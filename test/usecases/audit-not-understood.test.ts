import { validateConnection } from '../../src/usecases/validate-connection';
import { ago, company, confirmRules, ok, OPERATOR, publish } from '../fakes/company';
import { candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const WHO = 'u-idle';

/** A company in whose audit log this happened, evaluated once. */
async function evaluated(prepare: (world: World) => void, activityBasis?: 'original-compatible') {
  const world = company();
  prepare(world);
  const profile = await publish(world);
  if (activityBasis)
    for (const rule of await world.ports.rules.list(profile.id))
      await world.ports.rules.save({ ...rule, activityBasis });
  await deliverAll(world);
  await confirmRules(world, profile.id);
  return { world, profile };
}

const proposed = ({ world }: Awaited<ReturnType<typeof evaluated>>) =>
  world.candidates.all().map(({ accountId }) => accountId);

test('whoever did what isn’t understood is nobody to propose where kinds are told apart', async () => {
  const quiet = await evaluated(() => undefined, 'original-compatible');
  expect(proposed(quiet)).toContain(WHO);
  const unclear = await evaluated(
    ({ jira }) => jira.audit.push({ at: ago(3), by: WHO, assigned: null, isUnclear: true }),
    'original-compatible',
  );
  expect(proposed(unclear)).not.toContain(WHO);
});

test('the coverage counts what isn’t understood, and keeps it when nothing more comes', async () => {
  const { world, profile } = await evaluated(({ jira }) => {
    jira.audit.push({ at: ago(9), by: null, assigned: WHO, isUnclear: true });
    jira.audit.push({ at: ago(3), by: null, assigned: WHO, isUnclear: true });
  });
  const told = { records: 2, lastAt: ago(3) };
  expect((await world.activity.findCoverage(profile.id))?.auditNotUnderstood).toEqual(told);
  const { validation } = ok(await validateConnection({ profileId: profile.id, caller: OPERATOR }, world.ports));
  const probe = validation?.probes.find(({ name }) => name === 'Audit log');
  expect(probe).toMatchObject({ ok: true, limited: true });
  expect(probe?.text).toMatch(/don’t understand 1 of \d+ audit records/);
});

test.each(['original-compatible', 'including-views'] as const)(
  'at the moment of a removal it keeps the seat under %s',
  async (activityBasis) => {
    const { world, profile } = await decided();
    const rules = await world.ports.rules.list(profile.id);
    for (const rule of rules) await world.ports.rules.save({ ...rule, activityBasis });
    await world.candidates.replace({ ...candidateOf(world, WHO), activityBasis });
    world.jira.audit.push({ at: world.clock.now() - 1000, by: WHO, assigned: null, isUnclear: true });
    expect((await click(world, WHO)).outcome).toBe('kept');
    expect(world.jira.removals).toEqual([]);
  },
);

test('access that may have been given is protected like access that was', async () => {
  const { world } = await decided();
  world.jira.audit.push({ at: world.clock.now() - 1000, by: null, assigned: WHO, isUnclear: true });
  expect((await click(world, WHO)).outcome).toBe('kept');
});
