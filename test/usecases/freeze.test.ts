import { DAY, HOUR } from '../../src/domain/instant';
import { createCandidate } from '../../src/usecases/create-candidate';
import { getSafetyGate } from '../../src/usecases/read-gate';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { saveReclamationRule } from '../../src/usecases/reclamation-rules';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { changeRule } from '../fakes/changed-rule';
import { asking, DAYS, pass } from '../fakes/asking';
import { ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import type { World } from '../fakes/world';

/** Days without reclaim: nobody's seat is taken then, by whatever door. */

const aWeek = ({ clock }: World) => ({ from: clock.now() - DAY, until: clock.now() + 6 * DAY });

async function frozen() {
  const { world, profile } = await decided();
  await changeRule(world, profile.id, { freeze: aWeek(world) });
  return { world, profile };
}

test('a click is refused, the preview says why, and the gate shows it', async () => {
  const { world, profile } = await frozen();
  const { number } = candidateOf(world, 'u-idle');
  expect(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports)).toMatchObject({
    ok: false,
    message: expect.stringContaining('takes nobody’s seat') as string,
  });
  const preview = await click(world, 'u-idle', 'preview');
  expect(preview).toMatchObject({ outcome: 'kept' });
  expect(preview.notes.join(' ')).toMatch(/takes nobody’s seat/);
  const checks = ok(await getSafetyGate({ profileId: profile.id, stored: true }, world.ports));
  expect(checks.filter(({ name }) => name === 'Days without reclaim')).toMatchObject([{ ok: false }]);
  expect(world.jira.removals).toEqual([]);
});

test('a run is refused, and what a person proposed by hand waits too', async () => {
  const { world, profile } = await frozen();
  const all = { profileId: profile.id, numbers: 'all-ready', expectedCount: 4, caller: CALLER } as const;
  expect(await startReclaim(all, world.ports)).toMatchObject({ ok: false });
  const seat = { profileId: profile.id, accountId: 'u-editor', roleKey: SOFTWARE, caller: CALLER };
  const byHand = ok(await createCandidate({ ...seat, justification: 'Unallocated', note: 'Left.' }, world.ports));
  const result = await reclaimNow({ number: byHand.number, mode: 'apply', caller: CALLER }, world.ports);
  expect(result.ok ? result.value.outcome : 'refused').not.toBe('removed');
  expect(world.jira.removals).toEqual([]);
});

test('it is over when its last day is, everywhere', async () => {
  const { world, profile } = await decided();
  await changeRule(world, profile.id, { freeze: { from: world.clock.now(), until: world.clock.now() + HOUR } });
  world.clock.advance(DAY - 1);
  const { number } = candidateOf(world, 'u-idle');
  const refused = await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports);
  expect(JSON.stringify(refused)).toMatch(/takes nobody’s seat/);
  world.clock.advance(1);
  expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'removed' });
});

test('whoever was asked and did not answer keeps the seat until it is over', async () => {
  const { world, profile } = await asking();
  await click(world, 'u-idle');
  const freeze = { from: world.clock.now(), until: world.clock.now() + (DAYS + 3) * DAY };
  await changeRule(world, profile.id, { freeze });
  await pass(world, DAYS + 1);
  expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
  await pass(world, 4);
  expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
});

test('setting it leaves the rule confirmed, and impossible days are refused', async () => {
  const { world, profile } = await decided();
  const [rule] = (await world.ports.rules.list(profile.id)).filter(({ roleKey }) => roleKey === SOFTWARE);
  if (!rule) throw new Error('no rule');
  const save = (from: number, until: number) =>
    saveReclamationRule(
      {
        profileId: profile.id,
        ruleId: rule.id,
        revision: rule.revision,
        settings: { ...rule, freeze: { from, until } },
        caller: CALLER,
      },
      world.ports,
    );
  const now = world.clock.now();
  for (const until of [now, now + 367 * DAY])
    expect(await save(now, until)).toMatchObject({ ok: false, fields: [{ field: 'freeze' }] });
  const saved = ok(await save(now, now + DAY));
  expect(saved.review).toEqual(rule.review);
  expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'rule-saved', details: { freeze: saved.freeze } });
});
