import { listSoftwareModels, saveSoftwareModel, type SaveModel } from '../../src/usecases/software-models';
import { company, confirmRules, DESK, ok, OPERATOR, publish, SOFTWARE } from '../fakes/company';
import { CALLER, click } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const NEW = 'jira-customer-service';

/** A company of which one application is new to the app. */
async function withNewApplication() {
  const world = company();
  world.jira.addPerson(CALLER, ['g-site-admins']);
  world.jira.roles.push({ key: NEW, name: 'Customer Service Management', groupIds: ['g-developers'] });
  const profile = await publish(world);
  return { world, profile };
}

const save = (world: World, change: Partial<SaveModel> = {}) =>
  saveSoftwareModel(
    { roleKey: NEW, revision: 0, name: 'CSM', unitCost: null, caller: OPERATOR, ...change },
    world.ports,
  );

async function find(world: World, roleKey: string) {
  return (await listSoftwareModels(world.ports)).find((each) => each.roleKey === roleKey);
}

test('every application has a model; one that is not known is an unrecognized identifier with its count', async () => {
  const { world } = await withNewApplication();
  expect(await listSoftwareModels(world.ports)).toEqual([]);
  await deliverAll(world);
  const listed = await listSoftwareModels(world.ports);
  expect(listed.map(({ roleKey, isRecognized }) => [roleKey, isRecognized])).toEqual([
    [NEW, false],
    [DESK, true],
    [SOFTWARE, true],
  ]);
  expect(await find(world, NEW)).toMatchObject({ subscriptions: 1, profiles: ['Jira'], model: undefined });
});

test('counts are the same before and after the evaluation', async () => {
  const { world, profile } = await withNewApplication();
  await deliverAll(world);
  const evaluated = await listSoftwareModels(world.ports);
  await world.positions.delete(profile.id);
  expect(await listSoftwareModels(world.ports)).toEqual(evaluated);
});

test('naming it re-labels its subscriptions everywhere, on record', async () => {
  const { world, profile } = await withNewApplication();
  await deliverAll(world);
  await confirmRules(world, profile.id);
  expect((await click(world, 'u-idle-twice', 'preview')).alsoLoses).toEqual(['Customer Service Management']);
  const saved = ok(await save(world, { name: '  CSM ', unitCost: { amount: 4, currency: 'USD' } }));
  expect(saved).toMatchObject({ revision: 1, name: 'CSM' });
  expect(await find(world, NEW)).toMatchObject({ isRecognized: true, model: saved });
  expect((await click(world, 'u-idle-twice', 'preview')).alsoLoses).toEqual(['CSM']);
  expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'software-model-saved', by: OPERATOR });
});

test.each<[string, Partial<SaveModel>, string]>([
  ['a name that another application has', { name: 'Jira' }, 'name'],
  ['a name of two lines', { name: 'Jira\nCloud' }, 'name'],
  ['a name with a separator of lines', { name: 'Jira\u2028Cloud' }, 'name'],
  ['a name nobody could read', { name: 'x'.repeat(101) }, 'name'],
  ['a second currency', { unitCost: { amount: 4, currency: 'CHF' } }, 'currency'],
])('%s is refused', async (_name, change, field) => {
  const { world } = await withNewApplication();
  await deliverAll(world);
  ok(await save(world, { roleKey: SOFTWARE, name: null, unitCost: { amount: 7, currency: 'EUR' } }));
  expect(await save(world, change)).toMatchObject({ ok: false, code: 'bad-input', fields: [{ field }] });
});

test('the only entered cost may change its currency', async () => {
  const { world } = await withNewApplication();
  await deliverAll(world);
  const first = ok(await save(world, { unitCost: { amount: 7, currency: 'EUR' } }));
  const second = ok(await save(world, { revision: first.revision, unitCost: { amount: 8, currency: 'CHF' } }));
  expect(second.unitCost).toEqual({ amount: 8, currency: 'CHF' });
});

test('an identifier nobody has, and the second of two changes, are refused', async () => {
  const { world } = await withNewApplication();
  await deliverAll(world);
  expect(await save(world, { roleKey: 'nothing' })).toMatchObject({ code: 'not-found' });
  ok(await save(world));
  expect(await save(world)).toMatchObject({ code: 'conflict' });
});
