import { DAY, HOUR, MINUTE } from '../../src/domain/instant';
import { deleteProfile } from '../../src/usecases/delete-profile';
import { listReclaimRequests } from '../../src/usecases/list-reclaim-requests';
import { readOverview } from '../../src/usecases/read-overview';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { requestReclaim } from '../../src/usecases/request-reclaim';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { tellExpiredRequests } from '../../src/usecases/tell-expired-requests';
import { DESK, IDLE, ok, SOFTWARE } from '../fakes/company';
import { candidateOf } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { APPROVER, askFor, ASKER, decide, limitedTo, OTHER, READY, removedPeople } from '../fakes/second-person';
import type { World } from '../fakes/world';

const approve = (by: string, expectedCount = READY) => ({ by, approve: true, expectedCount });
const told = (world: World) =>
  world.evidence
    .all()
    .filter(({ kind }) => /^reclaim-(requested|approved|declined|withdrawn|started)$/.test(kind))
    .map(({ kind, by }) => `${kind} ${by ?? ''}`);
const stateOf = async (world: World, profileId: string) =>
  (await listReclaimRequests(profileId, world.ports))[0]?.state;
const nothingRuns = (world: World) => expect(world.queue.waiting).toEqual([]);

describe('a request that another person approves', () => {
  test('takes back what was asked for, in the name of who approved, with both in the evidence', async () => {
    const { world, profile } = await limitedTo(1);
    const request = await askFor(world, profile.id);
    const [listed] = await listReclaimRequests(profile.id, world.ports);
    expect(listed).toMatchObject({ state: 'open', request: { by: ASKER, numbers: { length: READY } } });
    expect(listed?.takeable.filter((roleKey) => roleKey === DESK)).toHaveLength(1);
    expect(ok(await decide(request, approve(OTHER), world.ports)).state).toBe('approved');
    await deliverAll(world);
    const run = await world.runs.findLatest(profile.id, 'reclaim');
    expect(run).toMatchObject({ requestedBy: OTHER, counts: { processed: READY } });
    expect(removedPeople(world)).toEqual([APPROVER, ...IDLE]);
    expect(told(world)).toEqual([
      `reclaim-requested ${ASKER}`,
      `reclaim-approved ${OTHER}`,
      `reclaim-started ${OTHER}`,
    ]);
    const approved = world.evidence.all().find(({ kind }) => kind === 'reclaim-approved');
    expect(approved?.details).toMatchObject({ initiator: ASKER, requestId: request.id, count: READY });
  });

  test('touches neither who asked nor who approved', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    ok(await decide(request, approve(APPROVER), world.ports));
    await deliverAll(world);
    expect(removedPeople(world)).toEqual(IDLE);
    for (const accountId of [ASKER, APPROVER]) {
      const { state, timeline } = candidateOf(world, accountId);
      expect(state).toBe('Ready');
      expect(timeline.at(-1)?.text).toMatch(/the account that acts here/);
    }
  });

  test('means nobody who became ready later', async () => {
    const { world, profile } = await limitedTo(0);
    const { number } = candidateOf(world, 'u-idle');
    const one = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: ASKER };
    const { request } = ok(await requestReclaim(one, world.ports));
    ok(await decide(request, approve(OTHER, 1), world.ports));
    await deliverAll(world);
    expect(removedPeople(world)).toEqual(['u-idle']);
  });
});

describe('nobody approves', () => {
  test('what they asked for themselves', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    expect(await decide(request, approve(ASKER), world.ports)).toMatchObject({ ok: false, code: 'refused' });
    nothingRuns(world);
    expect(await stateOf(world, profile.id)).toBe('open');
  });

  test('another number than can be taken back by then', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    const { number } = candidateOf(world, 'u-idle');
    ok(await reclaimNow({ number, mode: 'apply', caller: OTHER }, world.ports));
    const outcome = await decide(request, approve(OTHER), world.ports);
    expect(outcome).toMatchObject({ code: 'conflict', message: expect.stringMatching(/are 5 .*, not 6/) as string });
    nothingRuns(world);
    ok(await decide(request, approve(OTHER, READY - 1), world.ports));
  });

  test.each<[string, (world: World, profileId: string) => unknown]>([
    ['the data is too old', ({ clock }) => clock.advance(3 * DAY)],
    ['the limit a day is used up', (world, id) => change(world, id, { maxSeatsPerRun: 2 })],
    ['a rule is to be reviewed', (world, id) => change(world, id, { review: null })],
  ])('while %s', async (_name, breakIt) => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    await breakIt(world, profile.id);
    expect(await decide(request, approve(OTHER), world.ports)).toMatchObject({ ok: false, code: 'refused' });
    nothingRuns(world);
    expect(told(world)).toEqual([`reclaim-requested ${ASKER}`]);
  });

  test('what waited for more than seven days', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    world.clock.advance(7 * DAY);
    expect(await stateOf(world, profile.id)).toBe('expired');
    for (const decision of [approve(OTHER), { by: ASKER, approve: false }])
      expect(await decide(request, decision, world.ports)).toMatchObject({ ok: false, code: 'refused' });
    nothingRuns(world);
  });

  test('in time: that is told once, and only then', async () => {
    const { world, profile } = await limitedTo(0);
    await askFor(world, profile.id);
    const expired = () => world.evidence.all().filter(({ kind }) => kind === 'reclaim-expired');
    for (let hours = 0; hours < 7 * 24; hours += 1) {
      await tellExpiredRequests(world.ports);
      world.clock.advance(HOUR);
    }
    expect(expired()).toEqual([]);
    for (let days = 0; days < 5; days += 1) {
      await tellExpiredRequests(world.ports);
      world.clock.advance(DAY);
    }
    expect(expired()).toMatchObject([{ by: null, details: { initiator: ASKER, count: READY } }]);
  });

  test('what was withdrawn or declined, whoever tries', async () => {
    for (const [by, state] of [
      [ASKER, 'withdrawn'],
      [OTHER, 'declined'],
    ] as const) {
      const { world, profile } = await limitedTo(0);
      const request = await askFor(world, profile.id);
      for (let twice = 0; twice < 2; twice += 1)
        expect(ok(await decide(request, { by, approve: false }, world.ports)).state).toBe(state);
      expect(await decide(request, approve(OTHER), world.ports)).toMatchObject({ ok: false, code: 'refused' });
      nothingRuns(world);
      expect(told(world)).toEqual([`reclaim-requested ${ASKER}`, `reclaim-${state} ${by}`]);
    }
  });
});

describe('one request at a time', () => {
  test('is replaced by a new one of the same person, and approved only as it is then', async () => {
    const { world, profile } = await limitedTo(0);
    const first = await askFor(world, profile.id);
    const second = await askFor(world, profile.id);
    expect((await listReclaimRequests(profile.id, world.ports)).map(({ state }) => state)).toEqual([
      'open',
      'withdrawn',
    ]);
    expect(await decide(first, approve(OTHER), world.ports)).toMatchObject({ ok: false, code: 'refused' });
    ok(await decide(second, approve(OTHER), world.ports));
    expect(told(world)[1]).toBe(`reclaim-withdrawn ${ASKER}`);
  });

  test('of somebody else is to be decided first; an expired one holds nobody up', async () => {
    const { world, profile } = await limitedTo(0);
    await askFor(world, profile.id);
    const again = { profileId: profile.id, numbers: 'all-ready', expectedCount: READY, caller: OTHER } as const;
    expect(await requestReclaim(again, world.ports)).toMatchObject({ ok: false, code: 'refused' });
    const stored = await world.reclaimRequests.find(profile.id);
    const old = stored.requests.map((each) => ({ ...each, at: each.at - 8 * DAY }));
    await world.reclaimRequests.replace(profile.id, { ...stored, requests: old });
    expect(await requestReclaim(again, world.ports)).toMatchObject({ ok: true });
  });

  test('is asked for only when it could be done, with the number that is there', async () => {
    const { world, profile } = await limitedTo(0);
    const wanted = { profileId: profile.id, numbers: 'all-ready', caller: ASKER } as const;
    expect(await requestReclaim({ ...wanted, expectedCount: 2 }, world.ports)).toMatchObject({ code: 'conflict' });
    await change(world, profile.id, { maxSeatsPerRun: 2 });
    expect(await requestReclaim({ ...wanted, expectedCount: READY }, world.ports)).toMatchObject({ code: 'refused' });
    expect(await listReclaimRequests(profile.id, world.ports)).toEqual([]);
  });

  test('waits on the overview until it is decided, and goes with its profile', async () => {
    const { world, profile } = await limitedTo(0);
    const waiting = async () => (await readOverview(world.ports)).flatMap(({ reclaimRequests }) => reclaimRequests);
    const request = await askFor(world, profile.id);
    expect(await waiting()).toHaveLength(1);
    ok(await decide(request, { by: OTHER, approve: false }, world.ports));
    expect(await waiting()).toEqual([]);
    ok(await deleteProfile({ profileId: profile.id, revision: profile.revision, caller: OTHER }, world.ports));
    await deliverAll(world);
    expect((await world.reclaimRequests.find(profile.id)).requests).toEqual([]);
  });
});

describe('at the same moment', () => {
  test('two people approve: one run starts, and one of them stands for it', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    const outcomes = await Promise.all([APPROVER, OTHER].map((by) => decide(request, approve(by), world.ports)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    await deliverAll(world);
    expect((await world.runs.list({})).runs.filter(({ kind }) => kind === 'reclaim')).toHaveLength(1);
    expect(told(world).filter((each) => each.startsWith('reclaim-approved'))).toHaveLength(1);
  });

  test('one approves while who asked withdraws: what counts is what is told', async () => {
    const { world, profile } = await limitedTo(0);
    const request = await askFor(world, profile.id);
    const [approved, withdrawn] = await Promise.all([
      decide(request, approve(OTHER), world.ports),
      decide(request, { by: ASKER, approve: false }, world.ports),
    ]);
    expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
    await deliverAll(world);
    expect(removedPeople(world).length > 0).toBe(approved.ok);
    expect(told(world)[1]).toBe(approved.ok ? `reclaim-approved ${OTHER}` : `reclaim-withdrawn ${ASKER}`);
  });
});

async function change({ ports }: World, profileId: string, changes: object): Promise<void> {
  for (const rule of await ports.rules.list(profileId))
    if (rule.roleKey === SOFTWARE) await ports.rules.save({ ...rule, ...changes });
}

test('an approval counts as what it is for 24 hours: one person takes no more afterwards', async () => {
  const { world, profile } = await limitedTo(1);
  const request = await askFor(world, profile.id);
  ok(await decide(request, approve(OTHER), world.ports));
  await deliverAll(world);
  world.clock.advance(HOUR + MINUTE);
  const rest = { profileId: profile.id, numbers: [candidateOf(world, ASKER).number], expectedCount: 1, caller: OTHER };
  expect(await startReclaim(rest, world.ports)).toMatchObject({ ok: false, code: 'refused' });
});
