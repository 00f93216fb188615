import { cancelRun } from '../../src/usecases/cancel-run';
import { restoreNow } from '../../src/usecases/restore-now';
import { listRunCandidates } from '../../src/usecases/run-candidates';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { DESK, ok, OPERATOR, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, decided, groupsOf, TWICE } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

describe('a whole batch', () => {
  async function batch() {
    const { world, profile } = await decided();
    const ready = world.candidates.all().filter(({ state }) => state === 'Ready').length;
    const start = { profileId: profile.id, numbers: 'all-ready', expectedCount: ready, caller: CALLER } as const;
    const run = ok(await startReclaim(start, world.ports));
    await deliverAll(world);
    return { world, profile, run: (await world.runs.find(run.id)) ?? run };
  }

  test('of one reclaim run is given back', async () => {
    const { world, profile, run } = await batch();
    const before = world.jira.removals.length;
    expect(before).toBeGreaterThan(2);
    const meant = await listRunCandidates(run, world.ports);
    expect(meant.map(({ accountId, roleKey }) => [accountId, roleKey]).sort()).toEqual(
      [
        ['u-idle', SOFTWARE],
        ['u-idle-twice', SOFTWARE],
        ['u-idle-twice', DESK],
      ].sort(),
    );
    const of = { runId: run.id };
    expect(
      await startRestore({ profileId: profile.id, of, expectedCount: 1, caller: CALLER }, world.ports),
    ).toMatchObject({ ok: false, code: 'conflict' });
    ok(await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports));
    await deliverAll(world);
    expect(groupsOf(world, 'u-idle')).toEqual(['g-software']);
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
    expect(await world.runs.findLatest(profile.id, 'restore')).toMatchObject({
      status: 'Complete',
      counts: { processed: 3, changed: 3 },
    });
    expect(world.evidence.all().filter(({ kind, by }) => kind === 'restore-done' && by === OPERATOR)).toHaveLength(3);
    const restoring = await world.runs.findLatest(profile.id, 'restore');
    for (const [kinds, id] of [
      [['reclaim-intended', 'reclaim-done', 'reclaim-kept'], run.id],
      [['restore-intended', 'restore-done'], restoring?.id],
    ] as const) {
      const entries = world.evidence.all().filter(({ kind }) => (kinds as readonly string[]).includes(kind));
      expect(new Set(entries.map(({ details }) => details.runId))).toEqual(new Set([id]));
    }
    expect(
      await startRestore({ profileId: profile.id, of, expectedCount: 0, caller: CALLER }, world.ports),
    ).toMatchObject({ ok: false, code: 'refused' });
  });

  test('leaves others of the same time alone', async () => {
    const { world, profile, run } = await batch();
    const [other] = await listRunCandidates(run, world.ports);
    if (other) await world.candidates.replace({ ...other, removedIn: 'another-run' });
    const of = { runId: run.id };
    ok(await startRestore({ profileId: profile.id, of, expectedCount: 2, caller: CALLER }, world.ports));
    await deliverAll(world);
    expect(candidateOf(world, other?.accountId ?? '', other?.roleKey).restored).toBeNull();
  });

  test('stops before the next person', async () => {
    const { world, profile, run } = await batch();
    const of = { runId: run.id };
    const restoring = ok(
      await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports),
    );
    world.jira.failure = (operation) => {
      if (operation.startsWith('addMember')) void cancelRun({ runId: restoring.id, caller: CALLER }, world.ports);
      return undefined;
    };
    await deliverAll(world);
    expect(world.candidates.all().filter(({ restored }) => restored)).toHaveLength(1);
    expect(await world.runs.findLatest(profile.id, 'restore')).toMatchObject({
      status: 'Partial',
      counts: { changed: 1 },
    });
    expect(await cancelRun({ runId: restoring.id, caller: CALLER }, world.ports)).toMatchObject({ ok: false });
  });

  async function restored(change: (world: World) => unknown) {
    const { world, profile, run } = await batch();
    change(world);
    const of = { runId: run.id };
    ok(await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports));
    await deliverAll(world);
    return { world, run: await world.runs.findLatest(profile.id, 'restore') };
  }

  test('says whom it can’t give their seat back, and why, on the run and on each candidate', async () => {
    const { world, run } = await restored((w) => Object.assign(w.jira.people.get('u-idle') ?? {}, { active: false }));
    expect(run).toMatchObject({ status: 'Partial', counts: { processed: 3, changed: 2, failed: 1 } });
    expect(run?.summary).toMatch(/1 could not be restored completely\. The account is deactivated/);
    const { number, timeline } = candidateOf(world, 'u-idle');
    expect(timeline.at(-1)?.text).toMatch(/deactivated/);
    expect(
      world.evidence
        .all()
        .filter((entry) => entry.candidate === number)
        .at(-1)?.kind,
    ).toBe('restore-failed');
  });

  test('counts nobody as restored who got only a part back, and names what is missing', async () => {
    const { world, run } = await restored((w) => w.jira.managedElsewhere.add('g-developers'));
    expect(run).toMatchObject({ status: 'Partial', counts: { changed: 2, failed: 1 } });
    expect(candidateOf(world, 'u-idle-twice').restored?.missing).toEqual(['g-developers']);
    expect(run?.gaps.join(' ')).toMatch(/Jira did not take: g-developers/);
  });

  test('tries groups that count as managed elsewhere: this app took them', async () => {
    const { world, run } = await restored((w) => w.settings.markExternallyManaged(['g-developers', 'g-software']));
    expect(run).toMatchObject({ status: 'Complete', counts: { changed: 3 } });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  });

  test('waits for a click when Jira does not let the operator act', async () => {
    const { world, profile, run } = await batch();
    world.jira.operatorMayAct = false;
    const of = { runId: run.id };
    ok(await startRestore({ profileId: profile.id, of, expectedCount: 3, caller: CALLER }, world.ports));
    await deliverAll(world);
    expect(await world.runs.findLatest(profile.id, 'restore')).toMatchObject({
      status: 'Partial',
      counts: { failed: 3 },
    });
    for (const candidate of world.candidates.all().filter(({ state }) => state === 'Closed Complete'))
      expect(
        ok(await restoreNow({ number: candidate.number, mode: 'apply', caller: CALLER }, world.ports)).outcome,
      ).toBe('restored');
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  });
});

test('a reclaim stops before the next person too', async () => {
  const { world, profile } = await decided();
  const run = ok(
    await startReclaim({ profileId: profile.id, numbers: 'all-ready', expectedCount: 4, caller: CALLER }, world.ports),
  );
  world.jira.failure = (operation) => {
    if (operation.startsWith('removeMember')) void cancelRun({ runId: run.id, caller: CALLER }, world.ports);
    return undefined;
  };
  await deliverAll(world);
  expect(new Set(world.jira.removals.map(({ accountId }) => accountId)).size).toBe(1);
  expect(await world.runs.findLatest(profile.id, 'reclaim')).toMatchObject({ status: 'Partial' });
});
