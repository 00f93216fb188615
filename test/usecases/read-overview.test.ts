import fc from 'fast-check';
import type { Ports } from '../../src/ports/ports';
import { readOverview, type ProfileOverview } from '../../src/usecases/read-overview';
import { company, publish } from '../fakes/company';
import { interceptPorts } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';

const numbersOf = ({ position, generation, coverage, candidatesReady }: ProfileOverview) => ({
  position,
  generation,
  coverage,
  candidatesReady,
});

/** Jobs run from download to candidates while the page asks again and again; their calls come in an order that chance decides. */
async function watched(scheduler: fc.Scheduler) {
  const world = company();
  await publish(world);
  const inTurn = (ports: Ports) =>
    interceptPorts(ports, async (method) => {
      await scheduler.schedule(Promise.resolve());
      return method();
    });
  let isOver = false;
  const answers: Awaited<ReturnType<typeof readOverview>>[] = [];
  const watch = async () => {
    while (!isOver) answers.push(await readOverview(inTurn(world.ports)));
  };
  const work = async () => {
    const ports = inTurn(world.ports);
    await deliverAll(world, { portsOf: () => ports });
    isOver = true;
  };
  await scheduler.waitFor(Promise.all([work(), watch()]));
  return { answers, last: await readOverview(world.ports) };
}

test('an overview on which nothing runs shows all that the jobs brought', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { answers, last } = await watched(scheduler);
      const [end] = last;
      expect(end?.candidatesReady).toBeGreaterThan(0);
      for (const [answer] of answers.filter(([each]) => each?.running.length === 0)) {
        expect(answer && numbersOf(answer)).toEqual(end && numbersOf(end));
      }
    }),
    { numRuns: 30 },
  );
});
