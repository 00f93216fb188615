import { MINUTE } from '../../src/domain/instant';
import { Failure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { listRunCandidates } from '../../src/usecases/run-candidates';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { startRestore } from '../../src/usecases/start-restore';
import { ok } from '../fakes/company';
import { Killed } from '../fakes/crashing';
import { CALLER, candidateOf, decided } from '../fakes/decided';
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
