import { keepUntil, lastDayBefore } from '../../src/domain/days/told-day';
import { DAY, HOUR } from '../../src/domain/instant';
import { isOpen } from '../../src/domain/removal-candidate';
import { closeCandidate } from '../../src/usecases/candidate-by-hand';
import { storeCandidate } from '../../src/usecases/candidate-table';
import { createCandidate } from '../../src/usecases/create-candidate';
import { saveExclusion } from '../../src/usecases/exclusions';
import { explainSeat } from '../../src/usecases/explain-decision';
import { runJobNow } from '../../src/usecases/run-job-now';
import { validateConnection } from '../../src/usecases/validate-connection';
import { DESK, ok, OPERATOR, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const PERSON = 'u-idle-twice';

async function skip(world: World, roleKey: string, keepDays?: number) {
  const { number } = candidateOf(world, PERSON, roleKey);
  const closing = { number, to: 'Closed Skipped', note: '', caller: CALLER } as const;
  return ok(await closeCandidate({ ...closing, ...(keepDays === undefined ? {} : { keepDays }) }, world.ports));
}

/** The jobs of a later day: seats and activity are as fresh as an evaluation needs. */
async function evaluateAfter(world: World, profileId: string, days: number): Promise<void> {
  world.clock.advance(days * DAY + HOUR);
  ok(await runJobNow({ jobId: `${profileId}.download`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
}

const openOnes = (world: World, roleKey = SOFTWARE) =>
  world.candidates
    .all()
    .filter((each) => each.accountId === PERSON && each.roleKey === roleKey && isOpen(each.state))
    .map(({ source }) => source);

describe('a seat that an administrator keeps', () => {
  test.each([undefined, 0])('for %s days is proposed again by the next evaluation', async (keepDays) => {
    const { world, profile } = await decided();
    expect(await skip(world, SOFTWARE, keepDays)).toMatchObject({ keptUntil: null });
    await evaluateAfter(world, profile.id, 0);
    expect(openOnes(world)).toEqual(['rule']);
  });

  test('for 30 days is proposed by nobody before, and then again', async () => {
    const { world, profile } = await decided();
    const keptUntil = keepUntil(world.clock.now(), 30);
    expect(await skip(world, SOFTWARE, 30)).toMatchObject({ state: 'Closed Skipped', keptUntil });
    await evaluateAfter(world, profile.id, 1);
    await evaluateAfter(world, profile.id, 29);
    expect(openOnes(world)).toEqual([]);
    expect(openOnes(world, DESK)).toEqual(['rule']);
    await evaluateAfter(world, profile.id, 1);
    expect(openOnes(world)).toEqual(['rule']);
  });

  test('says until when: in the evidence, the timeline and the reasons of the seat', async () => {
    const { world, profile } = await decided();
    const keptUntil = keepUntil(world.clock.now(), 90);
    const { timeline } = await skip(world, SOFTWARE, 90);
    const said = expect.stringContaining(lastDayBefore(keptUntil)) as string;
    expect(timeline.at(-1)).toMatchObject({ text: said, by: CALLER });
    const entry = { kind: 'candidate-closed', by: CALLER, text: said, details: { keptUntil } };
    expect(world.evidence.all().at(-1)).toMatchObject(entry);
    const card = ok(await explainSeat({ profileId: profile.id, accountId: PERSON, roleKey: SOFTWARE }, world.ports));
    expect(card).toMatchObject({
      decision: 'keep',
      because: `Not proposed. An administrator keeps this seat until ${lastDayBefore(keptUntil)}.`,
    });
  });

  test('can be proposed by hand all the same, and that it was kept is said', async () => {
    const { world, profile } = await decided();
    await skip(world, SOFTWARE, 90);
    const wanted = { profileId: profile.id, accountId: PERSON, roleKey: SOFTWARE, note: 'Left', caller: CALLER };
    const created = ok(await createCandidate({ ...wanted, justification: 'Unallocated' }, world.ports));
    expect(created.because).toContain('An administrator keeps this seat until');
    expect(openOnes(world)).toEqual(['hand']);
  });

  test('is not lost with another seat that the same groups give, as long as it is kept', async () => {
    const { world, profile } = await decided();
    const index = world.jira.roles.findIndex(({ key }) => key === DESK);
    const groupIds = ['g-desk', 'g-software'];
    world.jira.roles.splice(index, 1, { key: DESK, name: 'Jira Service Management', groupIds });
    world.jira.people.get(PERSON)?.groups.delete('g-desk');
    ok(await validateConnection({ profileId: profile.id, caller: CALLER }, world.ports));
    await skip(world, DESK, 1);
    expect(await click(world, PERSON)).toMatchObject({
      outcome: 'kept',
      notes: [expect.stringContaining('promised to stay until')],
    });
    expect(world.jira.removals).toEqual([]);
    world.clock.advance(2 * DAY);
    expect((await click(world, PERSON, 'preview')).outcome).toBe('would-remove');
  });
});

test('the time to answer outlives the candidate: what closes it otherwise does not end the question', async () => {
  const { world, profile } = await decided();
  const candidate = candidateOf(world, PERSON);
  const now = world.clock.now();
  const notice = {
    askedAt: now,
    by: CALLER,
    workItem: 'LIC-1',
    answerDay: '2026-12-07',
    zone: 'UTC',
    answerBy: now + 80 * DAY,
    answer: null,
    decision: null,
  };
  await storeCandidate({ ...candidate, state: 'Awaiting User', notice }, world.ports);
  const target = { kind: 'user', accountId: PERSON } as const;
  const { revision } = ok(
    await saveExclusion({ target, active: true, revision: undefined, caller: CALLER }, world.ports),
  );
  await evaluateAfter(world, profile.id, 1);
  expect(candidateOf(world, PERSON).state).toBe('Closed Skipped');
  ok(await saveExclusion({ target, active: false, revision, caller: CALLER }, world.ports));
  await evaluateAfter(world, profile.id, 1);
  const again = world.candidates
    .all()
    .filter(({ accountId, state }) => accountId === PERSON && state === 'Awaiting User');
  expect(again).toMatchObject([{ source: 'rule', roleKey: SOFTWARE, notice }]);
});
