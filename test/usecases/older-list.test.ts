import { MINUTE } from '../../src/domain/instant';
import { createCandidate } from '../../src/usecases/create-candidate';
import { listRunCandidates } from '../../src/usecases/run-candidates';
import { runJobNow } from '../../src/usecases/run-job-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { changeRule } from '../fakes/changed-rule';
import { IDLE, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** An evaluation of a list that still shows people who were removed after it was read. */

async function reclaimed(accountIds: readonly string[], settings = {}) {
  const { world, profile } = await decided();
  await changeRule(world, profile.id, settings);
  const run = ok(await start(world, profile.id, accountIds));
  await deliverAll(world);
  world.clock.advance(5 * MINUTE);
  ok(await runJobNow({ jobId: `${profile.id}.evaluate`, caller: CALLER }, world.ports));
  await deliverAll(world);
  return { world, profile, run };
}

function start({ candidates, ports }: World, profileId: string, accountIds: readonly string[]) {
  const isChosen = (each: { accountId: string; roleKey: string }) =>
    accountIds.includes(each.accountId) && each.roleKey === SOFTWARE;
  const numbers = candidates
    .all()
    .filter(isChosen)
    .map(({ number }) => number);
  return startReclaim({ profileId, numbers, expectedCount: numbers.length, caller: CALLER }, ports);
}

test('proposes nobody anew, and forgets no removal', async () => {
  const { world, run } = await reclaimed(IDLE);
  const ended = await world.runs.find(run.id);
  if (!ended) throw new Error('the run is gone');
  expect(await listRunCandidates(ended, world.ports)).toHaveLength(IDLE.length);
  for (const accountId of IDLE) expect(candidateOf(world, accountId)).toMatchObject({ state: 'Closed Complete' });
  const seats = world.candidates.all().filter(({ roleKey }) => roleKey === SOFTWARE);
  expect(seats.filter(({ accountId }) => IDLE.includes(accountId))).toHaveLength(IDLE.length);
});

test('leaves no more to take back than the rule allows in a day', async () => {
  const { world, profile } = await reclaimed(['u-idle'], { maxSeatsPerRun: 1 });
  const more = await start(world, profile.id, ['u-idle-twice']);
  expect(more).toMatchObject({ ok: false, message: expect.stringContaining('24 hours') as string });
});

test('nor can a person propose a seat that Jira says is gone', async () => {
  const { world, profile } = await reclaimed(['u-idle']);
  const again = await createCandidate(
    {
      profileId: profile.id,
      accountId: 'u-idle',
      roleKey: SOFTWARE,
      justification: 'Unallocated',
      note: 'Again.',
      caller: CALLER,
    },
    world.ports,
  );
  expect(again).toMatchObject({ ok: false, code: 'refused' });
});
