import { MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { addWorkNote } from '../../src/usecases/candidate-by-hand';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { listRunCandidates } from '../../src/usecases/run-candidates';
import { saveProfile } from '../../src/usecases/save-profile';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { validateConnection } from '../../src/usecases/validate-connection';
import { pass } from '../fakes/asking';
import { ok, OPERATOR } from '../fakes/company';
import { Killed } from '../fakes/crashing';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

/** What is on record of a removal is what happened, and all of it. */

const PERSON = 'u-idle-twice';
const groupsOf = ({ jira }: World, accountId = PERSON) => [...(jira.people.get(accountId)?.groups ?? [])].sort();

describe('somebody whom a run removed and who was settled when it was over already', () => {
  /** The process dies when it is to tell that they were removed; from then on Jira does not answer about the site. */
  function dying({ ports, jira }: World): () => Ports {
    let isDead = false;
    const evidence = Object.create(ports.evidence) as Ports['evidence'];
    evidence.append = (facts, once) => {
      if (facts.kind !== 'reclaim-done' || facts.subject !== PERSON) return ports.evidence.append(facts, once);
      isDead = true;
      jira.failure = (operation) => (operation === 'listRoles' ? new Failure('jira-changed', 'Odd.') : undefined);
      throw new Killed('killed');
    };
    return () => (isDead ? ports : { ...ports, evidence });
  }

  test('is listed with the run and restored with it', async () => {
    const { world, profile } = await decided();
    const numbers = ['u-idle', PERSON].map((accountId) => candidateOf(world, accountId).number);
    const start = { profileId: profile.id, numbers, expectedCount: 2, caller: CALLER };
    const { id } = ok(await startReclaim(start, world.ports));
    world.jira.callMs = 50;
    await deliverAll(world, { portsOf: dying(world) });
    world.jira.failure = () => undefined;
    const run = await world.runs.find(id);
    if (run?.status !== 'Failed') throw new Error('the run did not fail');
    expect(candidateOf(world, PERSON).closedAt).toBeGreaterThan(run.finishedAt ?? Infinity);
    world.clock.advance(5 * MINUTE);
    const people = (await listRunCandidates(run, world.ports)).map(({ accountId }) => accountId);
    expect(people.sort()).toEqual(['u-idle', PERSON]);
    const restoring = { profileId: profile.id, of: { runId: id }, expectedCount: 2, caller: CALLER };
    ok(await startRestore(restoring, world.ports));
    await deliverAll(world);
    expect(groupsOf(world)).toEqual(['g-desk', 'g-developers', 'g-software']);
  });
});

describe('a removal that is halfway and whose person is not in the list any more', () => {
  /** Nobody knows whether Jira took the only group: it answered neither to taking it nor to giving it back. */
  async function inDoubt() {
    const { world, profile } = await decided();
    world.jira.failure = (operation) =>
      /^(removeMember|addMember)/.test(operation) ? new Failure('jira-unavailable', 'Down.') : undefined;
    await click(world, 'u-idle');
    world.jira.failure = () => undefined;
    expect(candidateOf(world, 'u-idle')).toMatchObject({ state: 'Attention Required', groupsRemoved: ['g-software'] });
    return { world, profile };
  }
  const tellsDone = (world: World) =>
    world.evidence.all().some(({ kind, subject }) => kind === 'reclaim-done' && subject === 'u-idle');

  test('is not told as done while Jira still has them in the group', async () => {
    const { world, profile } = await inDoubt();
    const stored = await world.profiles.find(profile.id);
    if (!stored) throw new Error('no profile');
    const groupIds = ['g-developers', 'g-desk'];
    const settings = { ...stored, groupIds };
    const edit = { profileId: stored.id, revision: stored.revision, lookBackConfirmed: false, caller: CALLER };
    ok(await saveProfile({ ...edit, settings }, world.ports));
    ok(await validateConnection({ profileId: stored.id, caller: CALLER }, world.ports));
    await pass(world, 1);
    expect(groupsOf(world, 'u-idle')).toEqual(['g-software']);
    expect(candidateOf(world, 'u-idle').state).toBe('Attention Required');
    expect(tellsDone(world)).toBe(false);
  });

  test('is left as it is while Jira does not tell, and done once it tells', async () => {
    const { world } = await inDoubt();
    world.jira.move('u-idle', 'g-software', false);
    const { directory } = world.ports;
    const find = directory.findPerson.bind(directory);
    directory.findPerson = () => Promise.reject(new Failure('jira-unavailable', 'Down.'));
    await pass(world, 1);
    expect([candidateOf(world, 'u-idle').state, tellsDone(world)]).toEqual(['Attention Required', false]);
    directory.findPerson = find;
    await pass(world, 1);
    expect([candidateOf(world, 'u-idle').state, tellsDone(world)]).toEqual(['Closed Complete', true]);
  });
});

describe('what was meant', () => {
  const intents = (world: World) =>
    world.evidence
      .all()
      .filter(({ kind, subject }) => kind === 'reclaim-intended' && subject === PERSON)
      .map(({ by }) => by);

  /** Something happens as soon as the intent is told, before it is stored with the candidate. */
  function onIntent({ ports }: World, then: () => Promise<unknown>): Ports {
    const evidence = Object.create(ports.evidence) as Ports['evidence'];
    evidence.append = async (facts, once) => {
      const entry = await ports.evidence.append(facts, once);
      if (facts.kind === 'reclaim-intended') await then();
      return entry;
    };
    return { ...ports, evidence };
  }

  test('is told of whoever removes, also when another one came to nothing before', async () => {
    const { world } = await decided();
    const { number } = candidateOf(world, PERSON);
    const noted = onIntent(world, () => addWorkNote({ number, text: 'On leave?', caller: OPERATOR }, world.ports));
    await expect(reclaimNow({ number, mode: 'apply', caller: 'u-other' }, noted)).rejects.toThrow(Failure);
    expect(groupsOf(world)).toHaveLength(3);
    await click(world, PERSON);
    expect(groupsOf(world)).toEqual(['g-desk']);
    expect(intents(world)).toEqual(['u-other', CALLER]);
  });

  test.each(['before it was stored', 'afterwards'])('by a run whose burst died %s is told once', async (when) => {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, PERSON);
    ok(await startReclaim({ profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER }, world.ports));
    let isDead = false;
    const die = () => {
      isDead = true;
      throw new Killed('killed');
    };
    const { groupWriter } = world.ports;
    const removing: Ports = { ...world.ports, groupWriter: { ...groupWriter, removeMember: die } };
    const dying = when === 'afterwards' ? removing : onIntent(world, () => Promise.resolve().then(die));
    await deliverAll(world, { portsOf: () => (isDead ? world.ports : dying) });
    expect(groupsOf(world)).toEqual(['g-desk']);
    expect(intents(world)).toEqual([OPERATOR]);
  });
});
