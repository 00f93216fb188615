import { DAY } from '../../src/domain/instant';
import { Failure, type FailureCode } from '../../src/ports/failures';
import { deleteProfile } from '../../src/usecases/delete-profile';
import { publishProfile } from '../../src/usecases/publish-profile';
import { runJobNow } from '../../src/usecases/run-job-now';
import { saveProfile, type SaveProfile } from '../../src/usecases/save-profile';
import { validateConnection } from '../../src/usecases/validate-connection';
import { ago, company, ok, OPERATOR, publish, SELECTION } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { World } from '../fakes/world';

const form: SaveProfile = {
  profileId: undefined,
  revision: undefined,
  settings: {
    displayName: 'Jira',
    connectionName: 'Jira connection',
    downloadActivity: true,
    analyzeFrom: ago(60),
    reclaim: true,
    groupIds: SELECTION,
  },
  lookBackConfirmed: false,
  caller: OPERATOR,
};
const saved = async (world: World) => ok(await saveProfile(form, world.ports));
const validated = async (world: World) => {
  const { id } = await saved(world);
  return ok(await validateConnection({ profileId: id, caller: OPERATOR }, world.ports));
};

describe('saving', () => {
  test('makes a draft, which nothing is done with', async () => {
    const world = company();
    expect(await saved(world)).toMatchObject({ status: 'Draft', revision: 1, validation: null });
    expect(world.queue.waiting).toEqual([]);
    expect(world.evidence.all().map(({ kind, by }) => [kind, by])).toEqual([['profile-saved', OPERATOR]]);
  });

  test('of two people who edit the same revision the second is refused', async () => {
    const world = company();
    const { id, revision } = await saved(world);
    const edit = (displayName: string) =>
      saveProfile({ ...form, profileId: id, revision, settings: { ...form.settings, displayName } }, world.ports);
    expect(await edit('First')).toMatchObject({ ok: true });
    expect(await edit('Second')).toMatchObject({ ok: false, code: 'conflict' });
    expect((await world.profiles.list()).map(({ displayName }) => displayName)).toEqual(['First']);
  });

  test('a bad form changes nothing and names the fields', async () => {
    const world = company();
    const bad = { ...form, settings: { ...form.settings, displayName: '', groupIds: ['g-none'] } };
    const outcome = await saveProfile(bad, world.ports);
    expect(outcome).toMatchObject({ code: 'bad-input', fields: [{ field: 'displayName' }, { field: 'groupIds' }] });
    expect(await world.profiles.list()).toEqual([]);
  });

  test('a profile that is gone is not found', async () => {
    const world = company();
    expect(await saveProfile({ ...form, profileId: 'p-none', revision: 1 }, world.ports)).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('validating', () => {
  test('passes when everything can be read', async () => {
    const probes = (await validated(company())).validation?.probes ?? [];
    expect(probes.map(({ ok: passed }) => passed)).toEqual(Array(probes.length).fill(true));
    expect(new Set(probes.map(({ process }) => process)).size).toBe(2);
  });

  test.each<[string, FailureCode, string]>([
    ['listRoles', 'jira-refused', 'Application roles'],
    ['readMembers', 'jira-not-found', 'Members of the selected groups'],
    ['countIssues', 'jira-busy', 'Work items'],
  ])('says what failed: %s (%s)', async (at, code, name) => {
    const world = company();
    const { id } = await saved(world);
    world.jira.failure = (operation) => (operation === at ? new Failure(code, 'No.') : undefined);
    const { validation } = ok(await validateConnection({ profileId: id, caller: OPERATOR }, world.ports));
    expect(validation?.probes.filter((probe) => !probe.ok).map((probe) => probe.name)).toEqual([name]);
  });

  test('what only limits the view does not stand against publishing', async () => {
    const world = company();
    world.jira.contentBlocked = true;
    world.jira.hiddenIssues = 5;
    world.jira.failure = (operation) => (operation === 'readAudit' ? new Failure('jira-refused', 'No.') : undefined);
    const probes = (await validated(world)).validation?.probes ?? [];
    expect(probes.every((probe) => probe.ok)).toBe(true);
    expect(probes.filter((probe) => probe.limited).map((probe) => probe.name)).toEqual(
      expect.arrayContaining(['Work items', 'Audit log', 'Data security policy']),
    );
  });
});

describe('publishing', () => {
  const publishIt = (world: World, profile: { id: string; revision: number }) =>
    publishProfile({ profileId: profile.id, revision: profile.revision, caller: OPERATOR }, world.ports);

  test('gives every application of the selection a rule and starts the first refresh', async () => {
    const world = company();
    const profile = ok(await publishIt(world, await validated(world)));
    expect(profile).toMatchObject({ status: 'Published', publishedAt: world.clock.now() });
    const rules = await world.ports.rules.list(profile.id);
    expect(rules.map(({ roleKey }) => roleKey)).toEqual(['jira-software', 'jira-servicedesk']);
    expect(world.queue.waiting).toHaveLength(1);
  });

  test.each<[string, (world: World) => Promise<{ id: string; revision: number }>, string]>([
    ['a draft that was never validated', saved, 'refused'],
    ['an old revision', async (w) => ({ ...(await validated(w)), revision: 1 }), 'conflict'],
    ['a profile that is gone', () => Promise.resolve({ id: 'p-none', revision: 1 }), 'not-found'],
    ['a published profile', async (w) => ok(await publishIt(w, await validated(w))), 'refused'],
  ])('is refused for %s', async (_name, prepare, code) => {
    const world = company();
    const profile = await prepare(world);
    const before = world.queue.waiting.length;
    expect(await publishIt(world, profile)).toMatchObject({ ok: false, code });
    expect(world.queue.waiting).toHaveLength(before);
  });

  test('fails before anything is published when the rules can’t be made', async () => {
    const world = company();
    const profile = await validated(world);
    world.jira.failure = (operation) => (operation === 'listRoles' ? new Failure('jira-busy', 'No.') : undefined);
    await expect(publishIt(world, profile)).rejects.toMatchObject({ code: 'jira-busy' });
    expect(await world.profiles.find(profile.id)).toMatchObject({ status: 'Draft' });
  });

  test('keeps rules that somebody changed', async () => {
    const world = company();
    const profile = await validated(world);
    ok(await publishIt(world, profile));
    for (const rule of await world.ports.rules.list(profile.id))
      await world.ports.rules.save({ ...rule, lastActivityThresholdDays: 90 });
    const rules = await world.ports.rules.list(profile.id);
    const published = await world.profiles.find(profile.id);
    const settings = { ...form.settings, downloadActivity: false };
    const back = { ...form, profileId: profile.id, revision: published?.revision, settings };
    expect(ok(await saveProfile(back, world.ports)).status).toBe('Draft');
    const again = ok(await validateConnection({ profileId: profile.id, caller: OPERATOR }, world.ports));
    ok(await publishIt(world, again));
    expect(await world.ports.rules.list(profile.id)).toEqual(rules);
  });
});

describe('a job at the push of a button', () => {
  test('starts at once, and only once while it runs', async () => {
    const world = company();
    const profile = await publish(world);
    await deliverAll(world);
    const push = () => runJobNow({ jobId: `${profile.id}.download`, caller: OPERATOR }, world.ports);
    const first = ok(await push());
    expect(ok(await push()).id).toBe(first.id);
    await deliverAll(world);
    expect(await world.runs.find(first.id)).toMatchObject({ status: 'Complete', requestedBy: OPERATOR });
  });

  test('is refused for activity without a complete download, and for a job that does not exist', async () => {
    const world = company();
    const profile = await publish(world);
    const push = (jobId: string) => runJobNow({ jobId, caller: OPERATOR }, world.ports);
    expect(await push(`${profile.id}.activity`)).toMatchObject({ code: 'refused' });
    expect(await push(`${profile.id}.reclaim`)).toMatchObject({ code: 'not-found' });
  });
});

test('a deleted profile is gone at once; then its candidates are closed and its data deleted', async () => {
  const world = company();
  const profile = await publish(world);
  await deliverAll(world);
  const { revision } = (await world.profiles.find(profile.id)) ?? profile;
  ok(await deleteProfile({ profileId: profile.id, revision, caller: OPERATOR }, world.ports));
  expect(await world.profiles.list()).toEqual([]);
  world.clock.advance(DAY);
  await deliverAll(world);
  const { subscriptions, candidates, numbers, garbage } = await finalState(world, profile.id);
  expect({ subscriptions, numbers, garbage }).toEqual({ subscriptions: undefined, numbers: undefined, garbage: [] });
  expect(new Set(candidates.map(({ state }) => state))).toEqual(new Set(['Closed Skipped']));
  expect(await world.profiles.listDeleting()).toEqual([]);
  const told = world.evidence.all().filter(({ kind }) => kind === 'candidates-decided');
  expect(told.at(-1)).toMatchObject({
    by: OPERATOR,
    text: `Deleting the profile closed ${candidates.length} removal candidates.`,
  });
  expect(told.at(-1)?.details['closed']).toHaveLength(candidates.length);
  expect(await world.ports.rules.list(profile.id)).toHaveLength(2);
});
