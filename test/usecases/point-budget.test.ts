import { HOUR } from '../../src/domain/instant';
import { readPointBudget, savePointBudget } from '../../src/usecases/point-budget';
import { estimateActivityFrom, previewPublish } from '../../src/usecases/preview-publish';
import { ago, company, ok, OPERATOR, publish } from '../fakes/company';
import { START } from '../fakes/world';

const change = (budgetPoints: number, revision = 0) => ({ budgetPoints, revision, caller: OPERATOR });

test('the budget is the suggested one until somebody changes it, on record', async () => {
  const { ports, evidence } = company();
  expect(await readPointBudget(ports)).toEqual({
    budgetPoints: 40_000,
    revision: 0,
    spentThisHour: 0,
    resetsAt: START + HOUR,
  });
  expect(ok(await savePointBudget(change(5_000), ports))).toMatchObject({ budgetPoints: 5_000, revision: 1 });
  expect(await readPointBudget(ports)).toMatchObject({ budgetPoints: 5_000, revision: 1 });
  expect(evidence.all().at(-1)).toMatchObject({
    kind: 'point-budget-saved',
    by: OPERATOR,
    details: { before: 40_000, budgetPoints: 5_000 },
  });
});

test.each([
  ['too little', change(999), 'bad-input'],
  ['more than what is left for other customers', change(60_001), 'bad-input'],
  ['half a point', change(1_000.5), 'bad-input'],
  ['from a page that somebody else overtook', change(5_000, 7), 'conflict'],
])('%s is refused and changes nothing', async (_what, input, code) => {
  const { ports, evidence } = company();
  expect(await savePointBudget(input, ports)).toMatchObject({ ok: false, code });
  expect(await readPointBudget(ports)).toMatchObject({ budgetPoints: 40_000, revision: 0 });
  expect(evidence.all()).toEqual([]);
});

test('estimates wait as often as the set budget makes them', async () => {
  const world = company();
  const { id } = await publish(world);
  const before = ok(await previewPublish({ profileId: id }, world.ports));
  expect(before.hourlyBudget).toBe(40_000);
  ok(await savePointBudget(change(1_000), world.ports));
  const after = ok(await previewPublish({ profileId: id }, world.ports));
  expect(after).toMatchObject({ hourlyBudget: 1_000, estimate: { points: before.estimate.points } });
  expect((await estimateActivityFrom(ago(2_000), world.ports)).estimate.seconds).toBeGreaterThanOrEqual(2 * 3600);
  expect((await estimateActivityFrom(ago(10), world.ports)).hourlyBudget).toBe(1_000);
});
