import fc from 'fast-check';
import '../../fakes/property-seed';
import { DAY } from '../../../src/domain/instant';
import { answerNotice } from '../../../src/usecases/answer-notice';
import type { CandidateState } from '../../../src/domain/removal-candidate';
import { closeCandidate } from '../../../src/usecases/candidate-by-hand';
import { storeCandidate } from '../../../src/usecases/candidate-table';
import { decideKeepRequest } from '../../../src/usecases/decide-keep-request';
import { reclaimNow } from '../../../src/usecases/reclaim-now';
import { restoreNow } from '../../../src/usecases/restore-now';
import { asking } from '../../fakes/asking';
import { ok, SOFTWARE } from '../../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf } from '../../fakes/decided';
import { openOf, publishAnother, refreshAll, removeProfile } from '../../fakes/promised';
import type { World } from '../../fakes/world';

const PERSON = 'u-idle';
type Ready = Awaited<ReturnType<typeof decided>>;

async function keep(world: World, keepDays: number): Promise<void> {
  const { number } = candidateOf(world, PERSON);
  ok(await closeCandidate({ number, to: 'Closed Skipped', keepDays, note: '', caller: CALLER }, world.ports));
}

async function askAndAnswer(world: World, answer: 'keep' | 'release' | null): Promise<string> {
  const { outcome } = await click(world, PERSON);
  expect(outcome).toBe('asked');
  const { number } = candidateOf(world, PERSON);
  if (answer) ok(await answerNotice({ number, answer, reason: '', caller: PERSON }, world.ports));
  return number;
}

async function grant(world: World, keepDays: number): Promise<void> {
  const number = await askAndAnswer(world, 'keep');
  ok(await decideKeepRequest({ number, keep: true, keepDays, note: '', caller: CALLER }, world.ports));
}

/** What becomes of profiles and seats, none of which may touch a promise. */
const LIVES: Readonly<Record<string, (ready: Ready) => Promise<void>>> = {
  'the profile is deleted and made anew': async ({ world, profile }) => {
    await removeProfile(world, profile.id);
    await publishAnother(world, 'Made anew');
  },
  'another profile takes over': async ({ world, profile }) => {
    await publishAnother(world, 'Another');
    await removeProfile(world, profile.id);
    await refreshAll(world, 0);
  },
};

describe.each(Object.entries(LIVES))('where %s', (_name, live) => {
  test('a seat that an administrator keeps is proposed by nobody', async () => {
    const ready = await decided();
    await keep(ready.world, 200);
    await live(ready);
    expect(openOf(ready.world, PERSON)).toEqual([]);
    expect(openOf(ready.world, 'u-idle-twice')).toHaveLength(1);
  });

  test('a wish that was granted holds', async () => {
    const ready = await asking();
    await grant(ready.world, 300);
    await live(ready);
    expect(openOf(ready.world, PERSON)).toEqual([]);
  });

  test('who was asked keeps the time to answer, whatever the new rule says', async () => {
    const ready = await asking();
    const number = await askAndAnswer(ready.world, null);
    const { notice } = candidateOf(ready.world, PERSON);
    await live(ready);
    const [again] = openOf(ready.world, PERSON);
    expect(again).toMatchObject({ state: 'Awaiting User', notice });
    expect(again?.number).not.toBe(number);
    const { world } = ready;
    const early = await reclaimNow({ number: again?.number ?? '', mode: 'apply', caller: CALLER }, world.ports);
    expect(early.ok && early.value.outcome === 'removed').toBe(false);
    expect(groupsOf(world, PERSON)).toEqual(['g-software']);
  });

  test('who wants to keep the seat waits for the decision', async () => {
    const ready = await asking();
    await askAndAnswer(ready.world, 'keep');
    await live(ready);
    const [again] = openOf(ready.world, PERSON);
    expect(again).toMatchObject({ state: 'Awaiting Approval', notice: { answer: { kind: 'keep' } } });
  });

  test('a seat that was given back is left alone for as long as the rule waits', async () => {
    const ready = await decided();
    expect(await click(ready.world, PERSON)).toMatchObject({ outcome: 'removed' });
    const { number } = candidateOf(ready.world, PERSON);
    ready.world.clock.advance(DAY);
    ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, ready.world.ports));
    await live(ready);
    await refreshAll(ready.world, 50);
    expect(openOf(ready.world, PERSON)).toEqual([]);
    await refreshAll(ready.world, 61);
    expect(openOf(ready.world, PERSON)).toHaveLength(1);
  });
});

test('a seat that disappears and returns is still kept', async () => {
  const { world } = await decided();
  await keep(world, 200);
  const groups = world.jira.people.get(PERSON)?.groups;
  groups?.delete('g-software');
  await refreshAll(world, 1);
  groups?.add('g-software');
  await refreshAll(world, 1);
  await refreshAll(world, 100);
  expect(openOf(world, PERSON)).toEqual([]);
  await refreshAll(world, 100);
  expect(openOf(world, PERSON)).toHaveLength(1);
});

test('an open candidate of another profile is closed when the seat is kept, and never taken', async () => {
  const { world, profile } = await decided();
  const kept = { because: 'closed', at: world.clock.now(), until: world.clock.now() + 30 * DAY } as const;
  const nothing = { back: null, seenAt: null, question: null };
  await world.promises.save({ accountId: PERSON, roleKey: SOFTWARE, kept, ...nothing });
  expect(await click(world, PERSON)).toMatchObject({
    outcome: 'kept',
    notes: [expect.stringContaining('An administrator keeps this seat until')],
  });
  await refreshAll(world, 0);
  expect(candidateOf(world, PERSON)).toMatchObject({ state: 'Closed Skipped', profileId: profile.id });
});

test('another profile does not take the seat of somebody who may still answer, or wants to keep it', async () => {
  const { world } = await asking();
  const asked = candidateOf(world, PERSON);
  await askAndAnswer(world, 'keep');
  const foreign = { ...asked, number: 'RC0009999', notice: null, state: 'Ready' } as const;
  await world.ports.candidates.createAll([foreign]);
  await storeCandidate(foreign, world.ports);
  const result = ok(await reclaimNow({ number: foreign.number, mode: 'apply', caller: CALLER }, world.ports));
  expect(result).toMatchObject({ outcome: 'kept', notes: [expect.stringContaining('wants to keep the seat')] });
});

type Step = 'delete-oldest' | 'another' | 'vanish' | 'return' | 'refresh';
const steps = fc.array(fc.constantFrom<Step>('delete-oldest', 'another', 'vanish', 'return', 'refresh'), {
  minLength: 3,
  maxLength: 7,
});

interface Promised {
  readonly make: (world: World) => Promise<unknown>;
  /** How long it holds. */
  readonly days: number;
  /** States that an open candidate of the seat may have meanwhile; none: there is no such candidate. */
  readonly states: readonly CandidateState[];
}

const PROMISES: Readonly<Record<string, Promised>> = {
  'keeps the seat': { make: (world) => keep(world, 150), days: 150, states: [] },
  'granted the wish': { make: (world) => grant(world, 150), days: 150, states: [] },
  'asked the person': { make: (world) => askAndAnswer(world, null), days: 90, states: ['Awaiting User'] },
  'heard “I need it”': { make: (world) => askAndAnswer(world, 'keep'), days: 150, states: ['Awaiting Approval'] },
};

test.each(Object.keys(PROMISES))(
  'no sequence of profiles that come and go, and seats that do, ends a promise: somebody %s',
  async (name) => {
    const { make, days, states } = PROMISES[name] as Promised;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { world, profile } = await asking();
        for (const rule of await world.ports.rules.list(profile.id))
          await world.ports.rules.save({
            ...rule,
            daysBeforeAutoReclamation: 90,
            notifyUser: name !== 'keeps the seat',
          });
        await make(world);
        const until = world.clock.now() + days * DAY;
        for (const [n, step] of sequence.entries()) {
          await take(step, n, world);
          if (world.clock.now() >= until) return;
          for (const { state } of openOf(world, PERSON)) expect(states).toContain(state);
          expect(world.jira.removals.filter(({ accountId }) => accountId === PERSON)).toEqual([]);
        }
      }),
      { numRuns: 8 },
    );
  },
  120_000,
);

async function take(step: Step, n: number, world: World): Promise<void> {
  const groups = world.jira.people.get(PERSON)?.groups;
  const [oldest] = await world.profiles.list();
  if (step === 'delete-oldest' && oldest) await removeProfile(world, oldest.id);
  else if (step === 'another') await publishAnother(world, `Profile ${n}`);
  else if (step === 'vanish') groups?.delete('g-software');
  else if (step === 'return') groups?.add('g-software');
  await refreshAll(world, 20);
}
