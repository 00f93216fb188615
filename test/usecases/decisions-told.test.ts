import { DAY, HOUR, toIso } from '../../src/domain/instant';
import { candidateNumber } from '../../src/domain/removal-candidate';
import { recordOpened } from '../../src/usecases/record-decisions';
import type { Opening } from '../../src/usecases/candidate-changes';
import { runJobNow } from '../../src/usecases/run-job-now';
import { saveExclusion } from '../../src/usecases/exclusions';
import { ok, OPERATOR } from '../fakes/company';
import { CALLER, candidateOf, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { World } from '../fakes/world';

const told = (world: World, what: 'opened' | 'closed') =>
  world.evidence
    .all()
    .filter(({ kind }) => kind === 'candidates-decided')
    .flatMap(({ details }) => details[what] as Record<string, unknown>[]);

/** What is told of every candidate that a rule opened or closed. */
function whyOf(world: World, accountId: string) {
  const { number, roleKey, ruleId, thresholdDays, silentSince, inactiveDays } = candidateOf(world, accountId);
  return { number, roleKey, ruleId, thresholdDays, silentSince: toIso(silentSince), inactiveDays };
}

test('an opening tells the rule, its threshold and the silence of everybody', async () => {
  const { world } = await decided();
  const opened = told(world, 'opened');
  expect(opened).toHaveLength(world.candidates.all().length);
  for (const accountId of ['u-idle', 'u-idle-twice']) expect(opened).toContainEqual(whyOf(world, accountId));
});

test('so does a closing', async () => {
  const { world, profile } = await decided();
  const target = { kind: 'user', accountId: 'u-idle' } as const;
  ok(await saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, world.ports));
  world.clock.advance(HOUR);
  ok(await runJobNow({ jobId: `${profile.id}.evaluate`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
  expect(told(world, 'closed')).toEqual([{ ...whyOf(world, 'u-idle'), state: 'Closed Skipped' }]);
});

test('an entry stays far below what one stored value may hold, however many are opened at once', async () => {
  const world = new World();
  const openings = Array.from({ length: 5000 }, (_, n) => opening(n));
  const by = { who: 'The rules', by: null, profileId: 'p'.repeat(36), runId: 'r'.repeat(80), at: 0 };
  await recordOpened(by, openings, world.ports);
  const sizes = world.evidence.all().map((entry) => Buffer.byteLength(JSON.stringify(entry)));
  expect(told(world, 'opened')).toHaveLength(5000);
  expect(Math.max(...sizes)).toBeLessThan(100 * 1024);
});

/** A proposal whose ids are as long as they can be. */
function opening(n: number): Opening {
  const accountId = `${n}:`.padEnd(128, 'a');
  const decision = { kind: 'candidate', inactiveDays: 365, silentSince: 400 * DAY } as const;
  const rule = { id: 'r'.repeat(80), lastActivityThresholdDays: 365 };
  const subscription = { accountId, roleKey: 'jira-product-discovery' };
  const judged = { subscription, decision, rule } as unknown as Opening['judged'];
  return { number: candidateNumber(n), judged, openedAt: 0, isNew: true, promise: undefined };
}
