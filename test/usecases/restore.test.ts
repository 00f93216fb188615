import { MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import { restoreNow, type RestoredNow } from '../../src/usecases/restore-now';
import { readCandidateTable } from '../../src/usecases/candidate-table';
import { ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import type { World } from '../fakes/world';

const kinds = (world: World, number: string) =>
  world.evidence
    .all()
    .filter((entry) => entry.candidate === number)
    .map(({ kind }) => kind);

async function restore(world: World, accountId: string, mode: 'preview' | 'apply' = 'apply'): Promise<RestoredNow> {
  const { number } = candidateOf(world, accountId);
  return ok(await restoreNow({ number, mode, caller: CALLER }, world.ports));
}

/** Somebody's seat was taken back: g-software and g-developers are gone. */
async function removed() {
  const { world, profile } = await decided();
  await click(world, 'u-idle-twice');
  expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-desk']);
  return { world, profile };
}

describe('one restore', () => {
  test('gives exactly the removed groups back, with proof and evidence', async () => {
    const { world, profile } = await removed();
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'restored', seatBack: 'proven' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
    const candidate = candidateOf(world, 'u-idle-twice');
    expect(candidate).toMatchObject({
      state: 'Closed Complete',
      restored: { by: CALLER, missing: [], seatBack: 'proven' },
      restoringSince: null,
    });
    expect(kinds(world, candidate.number)).toEqual([
      'reclaim-intended',
      'reclaim-done',
      'restore-intended',
      'restore-done',
    ]);
    // One click is no run.
    expect(world.evidence.all().filter((e) => e.candidate === candidate.number && 'runId' in e.details)).toEqual([]);
    const lines = await readCandidateTable(profile.id, world.candidates);
    expect(lines.find(({ number }) => number === candidate.number)).toMatchObject({ flag: 'restored' });
  });

  test('is previewed without a write', async () => {
    const { world } = await removed();
    const entries = world.evidence.all().length;
    const preview = await restore(world, 'u-idle-twice', 'preview');
    expect(preview.outcome).toBe('would-restore');
    expect(preview.groups.map(({ id, fate }) => [id, fate])).toEqual([
      ['g-software', 'give-back'],
      ['g-developers', 'give-back'],
    ]);
    expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-desk']);
    expect(world.evidence.all()).toHaveLength(entries);
  });

  test('again, it changes nothing', async () => {
    const { world } = await removed();
    await restore(world, 'u-idle-twice');
    world.jira.people.get('u-idle-twice')?.groups.clear();
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'kept' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual([]);
  });

  test('shows what somebody else changed since, and leaves it alone', async () => {
    const { world } = await removed();
    const person = world.jira.people.get('u-idle-twice');
    person?.groups.delete('g-desk');
    person?.groups.add('g-outside');
    person?.groups.add('g-developers');
    world.clock.advance(2 * MINUTE); // before that, what Jira shows of the membership is not believed
    const { notes } = await restore(world, 'u-idle-twice', 'preview');
    const told = notes.join('\n');
    expect(told).toMatch(/Already a member again: name of g-developers/);
    expect(told).toMatch(/Left since then, and not given back with this: name of g-desk/);
    expect(told).toMatch(/Joined since, and kept: name of g-outside/);
    await restore(world, 'u-idle-twice');
    expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-developers', 'g-outside', 'g-software']);
  });

  test.each<[string, (world: World) => unknown]>([
    ['gives administrators’ rights by now', (w) => w.jira.admin.add('g-developers')],
    [
      'is not selected any more',
      async (w) => {
        const [profile] = await w.profiles.list();
        if (profile) await w.profiles.replace({ ...profile, groupIds: ['g-software', 'g-desk'] });
      },
    ],
    [
      'does not exist any more',
      (w) => {
        w.jira.groups.splice(
          w.jira.groups.findIndex(({ id }) => id === 'g-developers'),
          1,
        );
        w.jira.roles.splice(0, 1, { key: SOFTWARE, name: 'Jira', groupIds: ['g-software', 'g-outside'] });
      },
    ],
    ['is managed elsewhere', (w) => w.jira.managedElsewhere.add('g-developers')],
  ])('gives the other group back when one %s, and says so', async (_name, change) => {
    const { world } = await removed();
    await change(world);
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'partly', seatBack: 'proven' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-desk', 'g-software']);
    const { restored, timeline } = candidateOf(world, 'u-idle-twice');
    expect(restored?.missing).toEqual(['g-developers']);
    expect(timeline.at(-1)?.text).toMatch(/could not be given back/);
  });

  test('that was partly made can be completed later', async () => {
    const { world } = await removed();
    world.jira.managedElsewhere.add('g-developers');
    await restore(world, 'u-idle-twice');
    world.jira.managedElsewhere.clear();
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'restored' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  });

  test.each<[string, (world: World) => unknown, RegExp]>([
    ['all seats are taken', (w) => w.jira.seats.set(SOFTWARE, 3), /All 3 seats of Jira are taken/],
    [
      'the account is deactivated',
      (w) => Object.assign(w.jira.people.get('u-idle-twice') ?? {}, { active: false }),
      /deactivated/,
    ],
    ['the account is gone', (w) => w.jira.people.delete('u-idle-twice'), /no longer knows/],
  ])('gives nothing back when %s, and says so on the candidate and on record', async (_name, change, reason) => {
    const { world } = await removed();
    await change(world);
    const result = await restore(world, 'u-idle-twice');
    expect(result.outcome).toBe('failed');
    expect(result.notes.join(' ')).toMatch(reason);
    const { number, restored, restoringSince, timeline } = candidateOf(world, 'u-idle-twice');
    expect({ restored, restoringSince }).toEqual({ restored: null, restoringSince: null });
    expect(timeline.at(-1)).toMatchObject({ by: CALLER, text: expect.stringMatching(reason) as string });
    expect(kinds(world, number).slice(2)).toEqual(['restore-failed']);
  });

  test('takes a seat that is not taken again when the person holds one already', async () => {
    const { world } = await removed();
    world.jira.seats.set(SOFTWARE, 3);
    world.jira.people.get('u-idle-twice')?.groups.add('g-outside');
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'restored' });
  });

  test('that Jira refuses is explained, recorded and may be tried again', async () => {
    const { world } = await removed();
    world.jira.failure = (operation) =>
      operation.startsWith('addMember') ? new Failure('jira-rejected', 'No.') : undefined;
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'failed' });
    const { number } = candidateOf(world, 'u-idle-twice');
    expect(kinds(world, number).slice(-2)).toEqual(['restore-intended', 'restore-failed']);
    world.jira.failure = () => undefined;
    world.clock.advance(1000);
    expect(await restore(world, 'u-idle-twice')).toMatchObject({ outcome: 'restored' });
  });
});
