import { firstBreak } from '../../src/domain/evidence';
import { MINUTE } from '../../src/domain/instant';
import type { Ports } from '../../src/ports/ports';
import { cancelOnActivity } from '../../src/usecases/cancel-on-activity';
import { addWorkNote, closeCandidate } from '../../src/usecases/candidate-by-hand';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { finishBegunChanges } from '../../src/usecases/finish-begun-changes';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { restoreNow } from '../../src/usecases/restore-now';
import { ok } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { sha256, type World } from '../fakes/world';

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];
const groupsOf = ({ jira }: World) =>
  [...(jira.people.get(PERSON)?.groups ?? [])].filter((id) => BOTH.includes(id)).sort();
const told = ({ evidence }: World, kind: string) =>
  evidence.all().filter((each) => each.kind === kind && each.subject === PERSON);

type Act = (world: World, ports: Ports) => Promise<unknown>;
const number = (world: World) => candidateOf(world, PERSON).number;
const close: Act = (world, ports) =>
  closeCandidate({ number: number(world), to: 'Closed Skipped', note: 'They stay.', caller: CALLER }, ports);
const see: Act = (world, ports) =>
  cancelOnActivity({ accountId: PERSON, kind: 'comment-added', at: world.clock.now() }, ports);
const reclaim: Act = (world, ports) => reclaimNow({ number: number(world), mode: 'apply', caller: CALLER }, ports);
const restore: Act = (world, ports) => restoreNow({ number: number(world), mode: 'apply', caller: CALLER }, ports);

/** Something is done by a process that dies at a call, or by the next one that is to tidy up; then all goes well. */
async function cutOff(
  act: Act,
  kill: { readonly act?: number; readonly tidy?: number; readonly when: 'before' | 'after' },
  prepare: (world: World) => Promise<unknown> = () => Promise.resolve(),
) {
  const { world, profile } = await decided();
  await prepare(world);
  const acting = crashing(world.ports, { atCall: kill.act ?? Infinity, when: kill.when });
  await survive(act(world, acting.ports));
  world.clock.advance(21 * MINUTE);
  const tidying = crashing(world.ports, { atCall: kill.tidy ?? Infinity, when: kill.when });
  await survive(finishBegunChanges(tidying.ports));
  world.clock.advance(60 * MINUTE);
  await finishBegunChanges(world.ports);
  return { world, profile, calls: { act: acting.calls(), tidy: tidying.calls() } };
}

const survive = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });

async function expectWhole(world: World, profileId: string, what: object): Promise<void> {
  const { state } = candidateOf(world, PERSON);
  const lines = await readCandidateTable(profileId, world.candidates);
  const line = lines.find((each) => each.number === number(world))?.state;
  expect({ ...what, line, begun: await world.begunChanges.list() }).toEqual({ ...what, line: state, begun: [] });
  expect(firstBreak(world.evidence.all(), sha256)).toBeUndefined();
}

/** Every place at which the first process dies, each with the second surviving; then every place of the second. */
async function everywhere(
  act: Act,
  when: 'before' | 'after',
  then: (found: Found) => Promise<void>,
  prepare?: Prepare,
) {
  const calm = await cutOff(act, { when }, prepare);
  let most = 0;
  for (let at = 1; at <= calm.calls.act; at += 1) {
    const found = await cutOff(act, { act: at, when }, prepare);
    if (found.calls.tidy > most) most = found.calls.tidy;
    await then({ ...found, at: [at] });
    for (let tidy = 1; tidy <= found.calls.tidy; tidy += 1)
      await then({ ...(await cutOff(act, { act: at, tidy, when }, prepare)), at: [at, tidy] });
  }
  expect(most).toBeGreaterThan(3);
}
type Found = Awaited<ReturnType<typeof cutOff>> & { readonly at: readonly number[] };
type Prepare = (world: World) => Promise<unknown>;

describe.each(['before', 'after'] as const)('a process that dies %s any call', (when) => {
  test.each([
    ['a person at the page', close, 'Closed Skipped', CALLER],
    ['a product event', see, 'Closed Canceled', null],
  ])('while %s closes a candidate: it is told once if it was closed', async (_who, act, state, by) => {
    let closings = 0;
    await everywhere(act, when, async ({ world, profile, at }) => {
      await expectWhole(world, profile.id, { at });
      const isClosed = candidateOf(world, PERSON).state === state;
      closings += isClosed ? 1 : 0;
      const entries = told(world, 'candidate-closed').filter(({ details }) => details['roleKey'] === 'jira-software');
      expect({ at, by: entries.map((each) => each.by) }).toEqual({ at, by: isClosed ? [by] : [] });
    });
    expect(closings).toBeGreaterThan(0);
  });

  test('while a person reclaims: nobody is left waiting, and what was taken is told or given back', async () => {
    await everywhere(reclaim, when, async ({ world, profile, at }) => {
      await expectWhole(world, profile.id, { at });
      const { state, attention } = candidateOf(world, PERSON);
      const isGone = state === 'Closed Complete';
      expect({ at, groups: groupsOf(world) }).toEqual({ at, groups: isGone ? [] : BOTH });
      expect({ at, done: told(world, 'reclaim-done').length }).toEqual({ at, done: isGone ? 1 : 0 });
      if (!isGone) expect(['Ready', 'Attention Required']).toContain(state);
      if (state === 'Attention Required') expect(attention).toMatch(/cut off before it was done.*Resume reclaim/);
    });
  });

  test('while a person restores: it is told how far it came', async () => {
    const take = (world: World) => click(world, PERSON);
    const isTold = async ({ world, profile, at }: Found) => {
      await expectWhole(world, profile.id, { at });
      const { restored, restoringSince, timeline } = candidateOf(world, PERSON);
      if (restored) expect({ at, groups: groupsOf(world) }).toEqual({ at, groups: BOTH });
      else if (restoringSince === null) expect({ at, groups: groupsOf(world) }).toEqual({ at, groups: [] });
      else expect(timeline.at(-1)?.text).toMatch(/cut off before it was done\. Not back yet: /);
    };
    await everywhere(restore, when, isTold, take);
  });
});

test('what is under way at this moment is left alone', async () => {
  const { world } = await decided();
  const at = world.clock.now();
  await world.begunChanges.begin({ what: 'removal', candidate: number(world), at, text: '', details: {} });
  expect(await finishBegunChanges(world.ports)).toBe(0);
  world.clock.advance(21 * MINUTE);
  expect(await finishBegunChanges(world.ports)).toBe(1);
});

test('a removal that is cut off is settled whatever somebody notes on it meanwhile', async () => {
  const { world } = await decided();
  const { number } = candidateOf(world, PERSON);
  const removeMember: Ports['groupWriter']['removeMember'] = async (groupId, ...rest) => {
    if (groupId === 'g-developers') throw new Killed('between two groups');
    await world.ports.groupWriter.removeMember(groupId, ...rest);
  };
  const addMember: Ports['groupWriter']['addMember'] = (...args) => world.ports.groupWriter.addMember(...args);
  const dying = { ...world.ports, groupWriter: { removeMember, addMember } };
  await survive(reclaimNow({ number, mode: 'apply', caller: CALLER }, dying));
  world.clock.advance(19 * MINUTE);
  ok(await addWorkNote({ number, text: 'Is this still going on?', caller: CALLER }, world.ports));
  world.clock.advance(2 * MINUTE);
  await finishBegunChanges(world.ports);
  expect(groupsOf(world)).toEqual(BOTH);
  expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Attention Required', groupsRemoved: null });
});

test('what somebody may still be at is looked at again later', async () => {
  const { world } = await decided();
  const { number } = candidateOf(world, PERSON);
  await click(world, PERSON);
  const begun = { what: 'removal', candidate: number, at: world.clock.now(), text: '', details: {} } as const;
  await world.begunChanges.begin(begun);
  const taken = candidateOf(world, PERSON);
  world.clock.advance(21 * MINUTE);
  const entry = { at: world.clock.now(), text: 'Removal from 2 groups begins.', by: CALLER };
  const underWay = { state: 'Awaiting Revocation', closedAt: null, timeline: [...taken.timeline, entry] } as const;
  await world.candidates.replace({ ...taken, ...underWay });
  await finishBegunChanges(world.ports);
  expect(await world.begunChanges.list()).toHaveLength(1);
  world.clock.advance(21 * MINUTE);
  await finishBegunChanges(world.ports);
  expect(await world.begunChanges.list()).toEqual([]);
  expect(candidateOf(world, PERSON).state).not.toBe('Awaiting Revocation');
});
