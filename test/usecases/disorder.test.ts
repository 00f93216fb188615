import fc from 'fast-check';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { MINUTE } from '../../src/domain/instant';
import { company, confirmRules, ok, OPERATOR, publish } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { QueuedMessage } from '../fakes/memory-queue';
import type { World } from '../fakes/world';

/** Decides by a row of numbers which message comes next and whether it comes twice; in order once they are used up. */
function disorderly(world: World, decisions: readonly number[]) {
  let next = 0;
  return (waiting: readonly QueuedMessage[]): QueuedMessage | undefined => {
    const decision = decisions[next];
    next += 1;
    if (decision === undefined) return [...waiting].sort((a, b) => a.deliverAt - b.deliverAt)[0];
    const chosen = waiting[decision % Math.max(1, waiting.length)];
    if (chosen && decision % 2 === 1) world.queue.waiting.push({ ...chosen });
    return chosen;
  };
}

async function runThrough(decisions: readonly number[]) {
  const world = company();
  world.jira.callMs = 5 * MINUTE;
  const profile = await publish(world);
  const choose = disorderly(world, decisions);
  await deliverAll(world, { choose });
  await confirmRules(world, profile.id);
  const ready = world.candidates.all().filter(({ state }) => state === 'Ready').length;
  const reclaim = { profileId: profile.id, numbers: 'all-ready', expectedCount: ready, caller: OPERATOR } as const;
  await confirmRules(world, profile.id);
  ok(await startReclaim(reclaim, world.ports));
  await deliverAll(world, { choose });
  return finalState(world, profile.id);
}

test('messages that come twice, late or too early lead to the same end', async () => {
  const expected = await runThrough([]);
  expect(expected.removals).toHaveLength(4);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(99), { maxLength: 60 }), async (decisions) => {
      expect(await runThrough(decisions)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
