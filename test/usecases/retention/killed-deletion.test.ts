import { DAY } from '../../../src/domain/instant';
import { deleteOldEvidence } from '../../../src/usecases/retention/delete-old-evidence';
import { Killed, killOnce, type Kill } from '../../fakes/crashing';
import { OLD, proof, worldWith } from '../../fakes/retention';
import { onForge } from '../../ports/platforms';
import { platform } from '../../ports/forge-globals';
import { evidence } from '../../ports/records';
import { World } from '../../fakes/world';

const DAYS = 5;

/** Deletes day after day; the process that makes the fatal call is killed, and nobody does its work until the next day. */
async function deletedThrough(kill: Kill) {
  const world = await worldWith(1200);
  const killer = killOnce(world.ports, kill);
  for (let day = 0; day < DAYS; day += 1) {
    await deleteOldEvidence(killer.portsOf()).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    expect((await proof(world)).broken).toBeUndefined();
    world.clock.advance(DAY);
  }
  return { calls: killer.calls(), kinds: world.evidence.all().map(({ kind }) => kind) };
}

test.each(['before', 'after'] as const)(
  'a process killed %s any call: the log is proven, and all that is old goes',
  async (when) => {
    const reference = await deletedThrough({ atCall: Infinity, when });
    expect(reference.kinds.filter((kind) => kind !== 'evidence-deleted')).toEqual(['evidence-retention-saved']);
    for (let atCall = 1; atCall <= reference.calls; atCall += 1) {
      const { kinds } = await deletedThrough({ atCall, when });
      expect({ atCall, kinds }).toEqual({ atCall, kinds: reference.kinds });
    }
  },
);

/** The same in front of the store of Forge, where deleting a piece is many requests. */
async function deletedOnForge(fatal: number) {
  const { evidence: log, kvs, clock } = onForge();
  const world = new World();
  const ports = Object.assign(world.ports, { evidence: log, clock });
  for (let n = 1; n <= 60; n += 1) await log.append({ ...evidence(`entry ${n}`), at: clock.now() - OLD }, `name.${n}`);
  await world.retention.replace({ revision: 0, months: 12 });
  let requests = 0;
  const handle = kvs.handle.bind(kvs);
  const dying: Pick<typeof kvs, 'handle'> = {
    handle: (path, body) => {
      requests += 1;
      if (requests > fatal) throw new Killed('a dead process asked the store');
      return handle(path, body);
    },
  };
  platform.kvs = dying as typeof kvs;
  const first = await deleteOldEvidence(ports).catch(() => 'killed');
  platform.kvs = kvs;
  expect((await proof({ ports })).broken).toBeUndefined();
  await deleteOldEvidence(ports);
  expect((await proof({ ports })).broken).toBeUndefined();
  const { entities } = kvs.dump('') as { entities: { evidence: Record<string, unknown> } };
  return { first, requests, keys: Object.keys(entities.evidence).sort() };
}

test('killed at any request to the store: neither entries nor the names they were recorded under stay', async () => {
  const reference = await deletedOnForge(Infinity);
  expect(reference.keys).toEqual(['entry.0000000061', 'head', 'name.evidence-deleted.60', 'start']);
  expect(reference.requests).toBeGreaterThan(10);
  for (let fatal = 0; fatal < reference.requests; fatal += 1) {
    const { first, keys } = await deletedOnForge(fatal);
    expect({ fatal, first, keys }).toEqual({ fatal, first: 'killed', keys: reference.keys });
  }
});
