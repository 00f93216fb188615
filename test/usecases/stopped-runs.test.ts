import { firstBreak } from '../../src/domain/evidence';
import type { Ports } from '../../src/ports/ports';
import { Failure, type FailureCode } from '../../src/ports/failures';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { restoreNow } from '../../src/usecases/restore-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { cancelRun } from '../../src/usecases/cancel-run';
import { HOUR } from '../../src/domain/instant';
import { crashing, Killed, killOnce } from '../fakes/crashing';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { sha256, type World } from '../fakes/world';

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];

/** What goes wrong with Jira, for good, once the process was killed. */
type Trouble = (operation: string) => FailureCode | undefined;
const TROUBLES: Readonly<Record<string, Trouble>> = {
  'does not answer any more': () => 'jira-unavailable',
  'refuses everything': () => 'jira-refused',
  'does not answer about the site as documented': (operation) =>
    operation === 'listRoles' ? 'jira-changed' : undefined,
  'does not take groups back either': (operation) =>
    operation === 'listRoles' || operation.startsWith('addMember') ? 'jira-changed' : undefined,
};

function breakJira({ jira }: World, trouble: Trouble): void {
  jira.failure = (operation) => {
    const code = trouble(operation);
    return code && new Failure(code, 'Jira has a problem.');
  };
}

function mend({ jira }: World): void {
  jira.failure = () => undefined;
}
const groupsOf = ({ jira }: World) => [...(jira.people.get(PERSON)?.groups ?? [])].filter((id) => BOTH.includes(id));
const told = ({ evidence }: World, kind: string) =>
  evidence.all().filter((each) => each.kind === kind && each.subject === PERSON);

/** One chosen person is being taken back; the process dies at a call, and from then on Jira is in trouble. */
async function stoppedReclaim(atCall: number, when: 'before' | 'after', trouble: Trouble, meanwhile?: Meanwhile) {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, PERSON);
  const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
  const run = ok(await startReclaim(chosen, world.ports));
  const calls = await die(world, atCall, when, async () => {
    breakJira(world, trouble);
    await meanwhile?.(world, profile.id, run.id);
  });
  return { world, profile, run, number, calls };
}
type Meanwhile = (world: World, profileId: string, runId: string) => Promise<unknown>;

/** Lets messages be worked on; the process that makes the fatal call dies there, and then something happens. */
async function die(world: World, atCall: number, when: 'before' | 'after', then: () => Promise<unknown>) {
  const first = crashing(world.ports, { atCall, when });
  let isFirst = true;
  let happened: Promise<unknown> | undefined;
  await deliverAll(world, {
    portsOf: (): Ports => {
      if (isFirst) {
        isFirst = false;
        return first.ports;
      }
      happened ??= then();
      return afterwards(world.ports, happened);
    },
  });
  await happened;
  return first.calls();
}

/** Ports that wait for what happens meanwhile before their first call. */
function afterwards(ports: Ports, happened: Promise<unknown>): Ports {
  const { runs } = ports;
  const find: typeof runs.find = async (id) => {
    await happened;
    return runs.find(id);
  };
  return { ...ports, runs: Object.assign(Object.create(runs) as typeof runs, { find }) };
}

async function expectSettled(world: World, profileId: string, what: object): Promise<void> {
  const { state, attention, groupsRemoved } = candidateOf(world, PERSON);
  expect({ ...what, state }).toEqual({ ...what, state: expect.not.stringMatching('Awaiting Revocation') as string });
  const lines = await readCandidateTable(profileId, world.candidates);
  const line = lines.find((each) => each.number === candidateOf(world, PERSON).number);
  expect({ ...what, line: line?.state }).toEqual({ ...what, line: state });
  expect(await world.runs.listOpen()).toEqual([]);
  expect(firstBreak(world.evidence.all(), sha256)).toBeUndefined();
  const isWhole = groupsOf(world).length === BOTH.length;
  if (state === 'Attention Required' && !isWhole)
    for (const id of BOTH.filter((each) => !groupsOf(world).includes(each))) expect(attention).toContain(id);
  if (state === 'Ready') expect({ ...what, isWhole }).toEqual({ ...what, isWhole: true });
  if (state === 'Attention Required' && groupsRemoved === null) expect({ ...what, isWhole }).toMatchObject({ isWhole });
}

describe.each(Object.entries(TROUBLES))('a run of removals that dies, whereupon Jira %s', (_name, trouble) => {
  test.each(['before', 'after'] as const)('%s any call, leaves nobody waiting', async (when) => {
    const calls = (await stoppedReclaim(Infinity, when, () => undefined)).calls;
    expect(calls).toBeGreaterThan(30);
    for (let atCall = 1; atCall <= calls; atCall += 1) {
      const { world, profile, number } = await stoppedReclaim(atCall, when, trouble);
      await expectSettled(world, profile.id, { atCall });
      const { state, attempts, groupsBefore } = candidateOf(world, PERSON);
      if (attempts > 0 && state === 'Attention Required')
        expect(told(world, 'reclaim-failed').map(({ text }) => text)).toEqual([candidateOf(world, PERSON).attention]);

      mend(world);
      if (state !== 'Closed Complete') ok(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports));
      expect({ atCall, state: candidateOf(world, PERSON).state }).toEqual({ atCall, state: 'Closed Complete' });
      expect({ atCall, left: groupsOf(world) }).toEqual({ atCall, left: [] });
      expect(told(world, 'reclaim-done')).toHaveLength(1);
      expect({ atCall, groupsBefore, removed: [...(candidateOf(world, PERSON).groupsRemoved ?? [])].sort() }).toEqual({
        atCall,
        groupsBefore,
        removed: BOTH,
      });
      ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports));
      expect({ atCall, back: groupsOf(world).sort() }).toEqual({ atCall, back: BOTH });
    }
  });
});

describe.each<[string, Meanwhile]>([
  ['is canceled', (world, _profileId, runId) => cancelRun({ runId, caller: CALLER }, world.ports)],
  [
    'loses its operator',
    async (world, profileId) => {
      const profile = await world.profiles.find(profileId);
      if (profile) await world.profiles.replace({ ...profile, reclaimOperator: null });
    },
  ],
])('a run of removals that dies and %s', (_name, meanwhile) => {
  test.each<[string, Trouble]>([
    ['Jira answers', () => undefined],
    ['Jira does not answer', () => 'jira-unavailable'],
  ])('leaves nobody waiting when %s', async (_jira, trouble) => {
    const { calls } = await stoppedReclaim(Infinity, 'after', () => undefined);
    for (let atCall = 1; atCall <= calls; atCall += 1) {
      const { world, profile } = await stoppedReclaim(atCall, 'after', trouble, meanwhile);
      await expectSettled(world, profile.id, { atCall });
    }
  });
});

test('a run that is given up after it died again and again leaves nobody waiting', async () => {
  for (let atCall = 1, isOver = false; !isOver; atCall += 1) {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, PERSON);
    const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    ok(await startReclaim(chosen, world.ports));
    const first = crashing(world.ports, { atCall, when: 'after' });
    await deliverAll(world, { portsOf: () => first.ports, redeliver: false });
    isOver = first.calls() < atCall;
    for (let hour = 0; hour < 12; hour += 1) {
      world.clock.advance(HOUR);
      await wakeStalledRuns(world.ports);
      const dying = { portsOf: () => crashing(world.ports, { atCall: 1, when: 'before' }).ports, redeliver: false };
      await deliverAll(world, dying);
    }
    await expectSettled(world, profile.id, { atCall });
  }
});

test.each(['before', 'after'] as const)('whoever settles may be killed too, %s any call', async (when) => {
  const trouble = TROUBLES['does not answer about the site as documented'];
  if (!trouble) throw new Error('no trouble');
  const atFirstGroup = await callOf('removeMember');
  for (let atCall = 1, isOver = false; !isOver; atCall += 1) {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, PERSON);
    ok(await startReclaim({ profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER }, world.ports));
    const first = crashing(world.ports, { atCall: atFirstGroup, when: 'after' });
    await deliverAll(world, { portsOf: () => first.ports, redeliver: false });
    expect(groupsOf(world)).toHaveLength(1);
    breakJira(world, trouble);
    const second = killOnce(world.ports, { atCall, when });
    await wakeLater(world, second.portsOf);
    for (let hour = 0; hour < 3; hour += 1) await wakeLater(world, () => world.ports);
    isOver = second.calls() < atCall;
    await expectSettled(world, profile.id, { atCall });
    expect({ atCall, groups: groupsOf(world).sort() }).toEqual({ atCall, groups: BOTH });
    expect(told(world, 'reclaim-failed')).toHaveLength(1);
  }
});

/** The how manyeth call of an undisturbed run does this in Jira. */
async function callOf(operation: string): Promise<number> {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, PERSON);
  ok(await startReclaim({ profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER }, world.ports));
  const counted = crashing(world.ports, { atCall: Infinity, when: 'after' });
  let found = 0;
  world.jira.failure = (each) => {
    if (found === 0 && each.startsWith(operation)) found = counted.calls();
    return undefined;
  };
  await deliverAll(world, { portsOf: () => counted.ports });
  return found;
}

async function wakeLater(world: World, portsOf: () => Ports): Promise<void> {
  world.clock.advance(HOUR);
  await wakeStalledRuns(portsOf()).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  await deliverAll(world, { portsOf, redeliver: false });
}

describe.each(Object.entries(TROUBLES))('a run of restores that dies, whereupon Jira %s', (_name, trouble) => {
  test.each(['before', 'after'] as const)('%s any call, tells how far it came', async (when) => {
    const reference = await stoppedRestore(Infinity, when, () => undefined);
    for (let atCall = 1; atCall <= reference.calls; atCall += 1) {
      const { world, number } = await stoppedRestore(atCall, when, trouble);
      const { restored, restoringSince, timeline } = candidateOf(world, PERSON);
      expect(await world.runs.listOpen()).toEqual([]);
      if (restoringSince !== null) {
        expect({ atCall, last: timeline.at(-1)?.text }).toEqual({
          atCall,
          last: expect.stringMatching(/ended before this restore did/) as string,
        });
        expect(told(world, 'restore-failed')).toHaveLength(1);
      }
      if (restored) expect({ atCall, back: groupsOf(world).sort() }).toEqual({ atCall, back: BOTH });
      mend(world);
      if (!restored) ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports));
      expect({ atCall, back: groupsOf(world).sort() }).toEqual({ atCall, back: BOTH });
      expect(candidateOf(world, PERSON)).toMatchObject({ restoringSince: null, restored: { missing: [] } });
      expect(told(world, 'restore-done')).toHaveLength(1);
    }
  });
});

async function stoppedRestore(atCall: number, when: 'before' | 'after', trouble: Trouble) {
  const { world, profile } = await decided();
  const { number } = candidateOf(world, PERSON);
  ok(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports));
  const of = { numbers: [number] };
  ok(await startRestore({ profileId: profile.id, of, expectedCount: 1, caller: CALLER }, world.ports));
  const calls = await die(world, atCall, when, () => {
    breakJira(world, trouble);
    return Promise.resolve();
  });
  return { world, number, calls };
}
