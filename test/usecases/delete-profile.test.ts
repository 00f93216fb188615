import { HOUR, MINUTE } from '../../src/domain/instant';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import type { Ports } from '../../src/ports/ports';
import { cancelRun } from '../../src/usecases/cancel-run';
import { deleteProfile, previewDelete } from '../../src/usecases/delete-profile';
import { restoreNow } from '../../src/usecases/restore-now';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { Killed } from '../fakes/crashing';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** Deleting a profile ends what was done with it: nobody is left halfway without a word. */

const PERSON = 'u-idle-twice';
const BOTH = ['g-developers', 'g-software'];
const groupsOf = ({ jira }: World) => [...(jira.people.get(PERSON)?.groups ?? [])].filter((id) => BOTH.includes(id));

async function remove(world: World, { id }: IntegrationProfile) {
  const revision = (await world.profiles.find(id))?.revision ?? 0;
  return deleteProfile({ profileId: id, revision, caller: CALLER }, world.ports);
}

/** Somebody's two groups were taken, long enough ago for Jira to be believed. */
async function taken() {
  const { world, profile } = await decided();
  await click(world, PERSON);
  world.clock.advance(5 * MINUTE);
  return { world, profile, number: candidateOf(world, PERSON).number };
}

const begin: Readonly<Record<string, (world: World, profileId: string) => Promise<{ id: string; number: string }>>> = {
  reclaim: async (world, profileId) => {
    const numbers = [candidateOf(world, 'u-idle').number];
    return ok(await startReclaim({ profileId, numbers, expectedCount: 1, caller: CALLER }, world.ports));
  },
  restore: async (world, profileId) => {
    const of = { numbers: [candidateOf(world, PERSON).number] };
    return ok(await startRestore({ profileId, of, expectedCount: 1, caller: CALLER }, world.ports));
  },
};

test.each(['reclaim', 'restore'])('a profile is not deleted while a %s of it is open', async (kind) => {
  const { world, profile } = await taken();
  const run = await begin[kind]?.(world, profile.id);
  if (!run) throw new Error('no run');
  const refusal = await remove(world, profile);
  expect(refusal).toMatchObject({ ok: false, code: 'refused' });
  expect(refusal.ok || refusal.message).toContain(run.number);
  expect(await previewDelete({ profileId: profile.id }, world.ports)).toEqual(refusal);
  expect(await world.profiles.find(profile.id)).toMatchObject({ status: 'Published' });
  ok(await cancelRun({ runId: run.id, caller: CALLER }, world.ports));
  await deliverAll(world);
  expect(await previewDelete({ profileId: profile.id }, world.ports)).toMatchObject({ ok: true });
  ok(await remove(world, profile));
});

test('a run of another profile, and a refresh, do not keep a profile from being deleted', async () => {
  const { world, profile } = await taken();
  const run = await begin['restore']?.(world, profile.id);
  const stored = await world.runs.find(run?.id ?? '');
  if (stored) await world.runs.replace({ ...stored, profileId: 'p-other' });
  ok(await remove(world, profile));
});

describe('a restore by a click that was cut off', () => {
  /** Dies at this change of a group, counting from 1. */
  function dyingAt(world: World, fatal: number): Ports {
    let changes = 0;
    const { groupWriter } = world.ports;
    const addMember: Ports['groupWriter']['addMember'] = async (...args) => {
      changes += 1;
      if (changes === fatal) throw new Killed('killed');
      return groupWriter.addMember(...args);
    };
    const removeMember: Ports['groupWriter']['removeMember'] = (...args) => groupWriter.removeMember(...args);
    return { ...world.ports, groupWriter: { addMember, removeMember } };
  }

  test('tells what is missing and what to do when the profile is deleted, once', async () => {
    const { world, profile, number } = await taken();
    const dying = dyingAt(world, 2);
    await expect(restoreNow({ number, mode: 'apply', caller: CALLER }, dying)).rejects.toThrow(Killed);
    expect(groupsOf(world)).toHaveLength(1);
    const missing = BOTH.filter((id) => !groupsOf(world).includes(id));
    world.clock.advance(HOUR);
    ok(await remove(world, profile));
    await deliverAll(world);
    const told = world.evidence
      .all()
      .filter(({ kind, candidate }) => kind === 'restore-failed' && candidate === number);
    expect(told.map(({ details }) => details['missing'])).toEqual([missing]);
    const last = candidateOf(world, PERSON).timeline.at(-1)?.text;
    expect(last).toMatch(/profile was deleted.*Add the person by hand/);
    expect(last).toContain(missing[0]);
    expect(last).not.toContain('Restore again');
  });

  test('is on record as done where everything is back', async () => {
    const { world, profile, number } = await taken();
    const dying = dyingAt(world, 2);
    await expect(restoreNow({ number, mode: 'apply', caller: CALLER }, dying)).rejects.toThrow(Killed);
    for (const id of BOTH) world.jira.people.get(PERSON)?.groups.add(id);
    ok(await remove(world, profile));
    await deliverAll(world);
    expect(candidateOf(world, PERSON)).toMatchObject({ restoringSince: null, restored: { missing: [] } });
  });
});

test('who deletes a profile is told how many seats can’t be given back afterwards', async () => {
  const { world, profile, number } = await taken();
  const preview = async () => ok(await previewDelete({ profileId: profile.id }, world.ports)).takenBack;
  expect(await preview()).toBe(1);
  await click(world, 'u-idle');
  expect(await preview()).toBe(2);
  ok(await restoreNow({ number, mode: 'apply', caller: CALLER }, world.ports));
  expect(await preview()).toBe(1);
});
