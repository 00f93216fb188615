import type { Fault, FaultRule } from '../site/core/faults';
import { DisturbedRuns } from './disturbed-runs';
import { triedAt } from './jira-faults';
import { mark } from './membership-changes';

let runs: DisturbedRuns;
beforeAll(async () => {
  runs = await DisturbedRuns.start(1000);
}, 120_000);
afterAll(() => runs.site.stop());

/** The calls that the app makes in the background meanwhile, each kind once. */
async function callsOf(act: () => Promise<unknown>): Promise<string[]> {
  const since = mark(runs.site);
  await act();
  const calls = runs.site.jira.traffic(since).filter(({ principal }) => !principal.startsWith('user:'));
  return [...new Set(calls.map(({ method, url }) => `${method} ${new URL(url, 'http://jira').pathname}`))];
}

/** What goes wrong at one call: for as long as the run lasts, a death once. */
function ruleFor(call: string, then: Fault): FaultRule {
  const [method, path] = call.split(' ');
  return { match: { method, path: `^${path ?? ''}(\\?|$)`, ...('killFunction' in then ? { nth: 1 } : {}) }, then };
}

it('faults at every call of a run in the background leave nobody halfway', async () => {
  const calm = await runs.next();
  const removing = await callsOf(() => runs.removal(calm));
  const restoring = await callsOf(() => runs.restore(calm));
  expect(removing.join()).toContain('DELETE');
  expect(restoring.join()).toContain('POST');

  for (const call of removing) {
    for (const [name, then] of triedAt(call, 1, 'in the background')) {
      const person = await runs.next();
      await runs.removal(person, ruleFor(call, then));
      await runs.expectTakenOrKept(person, `${name} at ${call}`);
    }
  }
  for (const call of restoring) {
    for (const [name, then] of triedAt(call, 1, 'in the background')) {
      const person = await runs.next();
      if (!(await runs.remove(person))) continue;
      await runs.restore(person, ruleFor(call, then));
      await runs.expectGivenBack(person, `restore: ${name} at ${call}`);
    }
  }
}, 900_000);
