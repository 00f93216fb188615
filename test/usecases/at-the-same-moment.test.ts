import { DAY, HOUR } from '../../src/domain/instant';
import type { Ports } from '../../src/ports/ports';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { readCandidateTable, storeCandidate } from '../../src/usecases/candidate-table';
import { changeRule } from '../fakes/changed-rule';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];
const groupsOf = ({ jira }: World, accountId = PERSON) =>
  [...(jira.people.get(accountId)?.groups ?? [])].filter((id) => BOTH.includes(id)).sort();

/** Ports of somebody who is overtaken right before they take this group. */
function overtaken({ ports }: World, groupId: string, by: () => Promise<unknown>): Ports {
  const removeMember: Ports['groupWriter']['removeMember'] = async (...args) => {
    if (args[0] === groupId) await by();
    return ports.groupWriter.removeMember(...args);
  };
  const addMember: Ports['groupWriter']['addMember'] = (...args) => ports.groupWriter.addMember(...args);
  return { ...ports, groupWriter: { removeMember, addMember } };
}

describe('a click while somebody else takes the seat', () => {
  const doubt = (world: World) => world.jira.unclear.add(PERSON);
  const seen = (world: World) =>
    world.jira.worklogs.push({ accountId: PERSON, kind: 'worklog', at: world.clock.now() - HOUR });

  test.each([
    ['finds doubt', 'g-software', doubt],
    ['finds doubt', 'g-developers', doubt],
    ['finds work', 'g-software', seen],
    ['finds work', 'g-developers', seen],
  ])('in a run, and %s before %s is taken: nobody is left without their groups', async (_what, groupId, change) => {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, PERSON);
    const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    ok(await startReclaim(chosen, world.ports));
    const ports = overtaken(world, groupId, async () => {
      change(world);
      await click(world, PERSON).catch(() => undefined);
    });
    await deliverAll(world, { portsOf: (delivery) => (delivery === 0 ? ports : world.ports) });
    const { state } = candidateOf(world, PERSON);
    expect({ state, groups: groupsOf(world) }).toEqual({
      state,
      groups: state === 'Closed Complete' ? [] : BOTH,
    });
  });

  test('by another click, and finds doubt: nobody is left without their groups', async () => {
    const { world } = await decided();
    const { number } = candidateOf(world, PERSON);
    const ports = overtaken(world, 'g-developers', async () => {
      doubt(world);
      await click(world, PERSON).catch(() => undefined);
    });
    await reclaimNow({ number, mode: 'apply', caller: CALLER }, ports).catch(() => undefined);
    const { state } = candidateOf(world, PERSON);
    expect({ state, groups: groupsOf(world) }).toEqual({ state, groups: state === 'Closed Complete' ? [] : BOTH });
  });
});

describe('all that are ready', () => {
  test('means those that were counted, not whoever is taken up otherwise', async () => {
    const { world, profile } = await decided();
    // Somebody who gave the seat up: it is taken back by itself, but nobody confirmed it here.
    const given = candidateOf(world, 'u-idle');
    await storeCandidate({ ...given, state: 'Awaiting Revocation' }, world.ports);
    const ready = (await readCandidateTable(profile.id, world.candidates)).filter(({ state }) => state === 'Ready');
    const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: ready.length, caller: CALLER } as const;
    ok(await startReclaim(all, world.ports));
    await deliverAll(world);
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Revocation');
    expect(groupsOf(world, 'u-idle')).toEqual(['g-software']);
  });

  test('does not mean candidates that an evaluation opens after they were counted', async () => {
    const { world, profile } = await decided();
    await changeRule(world, profile.id, { lastActivityThresholdDays: 25 });
    world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
    await startDueJobs(world.ports);
    // The evaluation is in the queue when everybody who is ready is confirmed; it opens somebody before the run begins.
    let started = false;
    await deliverAll(world, {
      choose: (waiting) => {
        const isEvaluation = waiting.some(({ message }) => message.runId.endsWith('.evaluate'));
        return isEvaluation && !started ? undefined : waiting[0];
      },
    });
    expect(world.queue.waiting).toHaveLength(1);
    const ready = (await readCandidateTable(profile.id, world.candidates)).filter(({ state }) => state === 'Ready');
    const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: ready.length, caller: CALLER } as const;
    ok(await startReclaim(all, world.ports));
    started = true;
    await deliverAll(world);
    expect(candidateOf(world, 'u-logger').state).toBe('Ready');
    expect(groupsOf(world, 'u-logger')).toEqual(['g-software']);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
  });
});

test('a number that is named twice is one person to restore', async () => {
  const { world, profile } = await decided();
  await click(world, PERSON);
  const { number } = candidateOf(world, PERSON);
  const of = { numbers: [number, number] };
  const start = (expectedCount: number) =>
    startRestore({ profileId: profile.id, of, expectedCount, caller: CALLER }, world.ports);
  expect(await start(2)).toMatchObject({ ok: false, code: 'conflict' });
  expect(await start(1)).toMatchObject({ ok: true, value: { cursor: { numbers: [number], total: 1 } } });
});
