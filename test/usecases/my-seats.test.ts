import { answerNotice } from '../../src/usecases/answer-notice';
import { closeCandidate } from '../../src/usecases/candidate-by-hand';
import { readMySeats } from '../../src/usecases/my-seats';
import { restoreNow } from '../../src/usecases/restore-now';
import { asking } from '../fakes/asking';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';

test('a seat that was taken back is no longer shown, though the list still has it; one given back is', async () => {
  const { world } = await decided();
  expect(await readMySeats('u-idle', world.ports)).toHaveLength(1);
  world.clock.advance(60_000);
  expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'removed' });
  expect(await readMySeats('u-idle', world.ports)).toEqual([]);
  const { number } = candidateOf(world, 'u-idle');
  expect(ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports))).toMatchObject({
    outcome: 'restored',
  });
  expect(await readMySeats('u-idle', world.ports)).toHaveLength(1);
});

test('a seat that somebody was asked about stays until it is taken', async () => {
  const { world } = await asking();
  await click(world, 'u-idle');
  expect(await readMySeats('u-idle', world.ports)).toMatchObject([{ asked: { state: 'Awaiting User' } }]);
});

test('whoever was asked can still answer while the profile is a draft; nobody else is shown a seat of it', async () => {
  const { world, profile } = await asking();
  await click(world, 'u-idle');
  const stored = await world.profiles.find(profile.id);
  if (stored) await world.profiles.replace({ ...stored, status: 'Draft' });
  expect(await readMySeats('u-commenter', world.ports)).toEqual([]);
  const [seat] = await readMySeats('u-idle', world.ports);
  const number = seat?.asked?.number ?? '';
  ok(await answerNotice({ number, answer: 'keep', reason: 'On leave', caller: 'u-idle' }, world.ports));
  expect(await readMySeats('u-idle', world.ports)).toMatchObject([{ asked: { state: 'Awaiting Approval' } }]);
  ok(await closeCandidate({ number, to: 'Closed Skipped', note: '', caller: CALLER }, world.ports));
  expect(await readMySeats('u-idle', world.ports)).toEqual([]);
});
