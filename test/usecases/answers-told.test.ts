import { MINUTE } from '../../src/domain/instant';
import type { Ports } from '../../src/ports/ports';
import { answerNotice } from '../../src/usecases/answer-notice';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { decideKeepRequest } from '../../src/usecases/decide-keep-request';
import { finishBegunChanges } from '../../src/usecases/finish-begun-changes';
import { asking } from '../fakes/asking';
import { ok } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { CALLER, candidateOf, click } from '../fakes/decided';
import type { World } from '../fakes/world';

const PERSON = 'u-idle';
const answer = (world: World, ports: Ports) =>
  answerNotice({ number: candidateOf(world, PERSON).number, answer: 'keep', reason: 'I do.', caller: PERSON }, ports);
const decide = (world: World, keep: boolean, ports: Ports) =>
  decideKeepRequest({ number: candidateOf(world, PERSON).number, keep, keepDays: 90, note: '', caller: CALLER }, ports);
const entries = (world: World) =>
  world.evidence.all().filter(({ kind }) => kind === 'notice-answered' || kind === 'keep-decided');

async function asked() {
  const { world, profile } = await asking();
  await click(world, PERSON);
  return { world, profile };
}

test('of two who decide at the same moment one is told that the other was first, and the evidence tells one decision', async () => {
  const { world } = await asked();
  ok(await answer(world, world.ports));
  world.clock.advance(MINUTE);
  const both = await Promise.all([decide(world, true, world.ports), decide(world, false, world.ports)]);
  expect(both.filter((each) => each.ok)).toHaveLength(1);
  expect(both.find((each) => !each.ok)).toMatchObject({ code: 'conflict' });
  const { state } = candidateOf(world, PERSON);
  expect(entries(world).map(({ kind, details }) => [kind, details['keep']])).toEqual([
    ['notice-answered', undefined],
    ['keep-decided', state === 'Closed Skipped'],
  ]);
  expect(await world.begunChanges.list()).toEqual([]);
});

describe.each(['before', 'after'] as const)('a process that dies %s any call', (when) => {
  test.each(['answer', 'decision'] as const)('while it takes an %s: what was stored is told, once', async (what) => {
    const act = what === 'answer' ? answer : (world: World, ports: Ports) => decide(world, true, ports);
    const seen = new Set<boolean>();
    for (let atCall = 1; ; atCall += 1) {
      const { world, profile } = await asked();
      if (what === 'decision') ok(await answer(world, world.ports));
      world.clock.advance(MINUTE);
      const { revision } = candidateOf(world, PERSON);
      const before = entries(world).length;
      const dying = crashing(world.ports, { atCall, when });
      const died = await act(world, dying.ports).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      if (!died) break;
      world.clock.advance(81 * MINUTE);
      await finishBegunChanges(world.ports);
      const candidate = candidateOf(world, PERSON);
      const isStored = candidate.revision > revision;
      seen.add(isStored);
      expect({ atCall, told: entries(world).length - before }).toEqual({ atCall, told: isStored ? 1 : 0 });
      const lines = await readCandidateTable(profile.id, world.candidates);
      expect(lines.find(({ number }) => number === candidate.number)?.state).toBe(candidate.state);
      expect(await world.begunChanges.list()).toEqual([]);
    }
    expect(seen.size).toBe(2);
  });
});
