import { DAY, MINUTE } from '../../src/domain/instant';
import { readRunResults, type PersonOfRun } from '../../src/usecases/run-results';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { KEPT_ALIVE, ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

async function resultsOf(world: World, runId: string): Promise<PersonOfRun[]> {
  const { parts } = ok(await readRunResults({ runId, part: 0 }, world.ports));
  const pages = await Promise.all(
    Array.from({ length: parts }, async (_, part) => ok(await readRunResults({ runId, part }, world.ports)).people),
  );
  return pages.flat();
}
const said = (people: readonly PersonOfRun[]) =>
  people
    .map(
      ({ candidate, isRemoved, what }) =>
        `${candidate.accountId} ${isRemoved ? 'removed' : 'not removed'}: ${what ?? 'nothing'}`,
    )
    .sort();

async function started(numbers: (world: World) => readonly string[] | 'all-ready', expectedCount: number) {
  const { world, profile } = await decided();
  world.clock.advance(MINUTE);
  const wish = { profileId: profile.id, numbers: numbers(world), expectedCount, caller: CALLER };
  const run = ok(await startReclaim(wish, world.ports));
  return { world, profile, run };
}

test('a run of everybody who was ready knows afterwards whom it removed and whom it could not', async () => {
  const { world, run } = await started(() => 'all-ready', 4);
  expect(said(await resultsOf(world, run.id))).toEqual(
    expect.arrayContaining([`${KEPT_ALIVE} not removed: nothing`, 'u-idle not removed: nothing']),
  );
  await deliverAll(world);
  const results = said(await resultsOf(world, run.id));
  expect(results).toHaveLength(4);
  expect(results[0]).toMatch(/^u-idle removed: Removed from 1 group/);
  expect(results[3]).toMatch(/^u-kept-alive not removed: .*group outside/);
});

test('what happened later is not told as if the run had done it', async () => {
  const { world, profile, run } = await started(() => 'all-ready', 4);
  await deliverAll(world);
  world.clock.advance(DAY / 2);
  const of = { runId: run.id };
  const restore = ok(await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports));
  await deliverAll(world);
  const results = await resultsOf(world, run.id);
  expect(said(results)[0]).toMatch(/^u-idle removed: Removed from 1 group/);
  const restored = await resultsOf(world, restore.id);
  expect(said(restored)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/Restored: back in/) as string));
});

test('a run of chosen people names each of them, also whom it did not come to', async () => {
  const chosen = (world: World) => ['u-idle', KEPT_ALIVE].map((accountId) => candidateOf(world, accountId).number);
  const { world, run } = await started(chosen, 2);
  await click(world, 'u-idle');
  world.clock.advance(MINUTE);
  const before = await resultsOf(world, run.id);
  expect(before.map(({ candidate }) => candidate.accountId).sort()).toEqual(['u-idle', KEPT_ALIVE]);
  await deliverAll(world);
  // Somebody else took the first one back, alone.
  expect((await resultsOf(world, run.id)).map(({ isRemoved }) => isRemoved)).toEqual([false, false]);
});

test('no other job has such results', async () => {
  const { world, profile } = await decided();
  const download = await world.runs.findLatest(profile.id, 'download');
  expect(await readRunResults({ runId: download?.id ?? '', part: 0 }, world.ports)).toMatchObject({
    code: 'not-found',
  });
});
