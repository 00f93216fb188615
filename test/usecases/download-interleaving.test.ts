import fc from 'fast-check';
import { DAY } from '../../src/domain/instant';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { publish, SELECTION } from '../fakes/company';
import { deliverAll } from '../fakes/deliver';
import { FakeDirectory } from '../fakes/fake-directory';
import { subscriptions } from '../fakes/final-state';
import { GROUPS, membershipsNow, movePerson, movingCompany, type Memberships, type Move } from '../fakes/moving-people';
import type { World } from '../fakes/world';

const MOVERS = Array.from({ length: 12 }, (_, n) => `u-mover-${n}`);

interface TimedMove extends Move {
  /** Before which call to Jira it happens. */
  readonly atCall: number;
}

/** Lets people move before the calls of a run; answers every membership there was. */
function letMove(world: World, moves: readonly TimedMove[], audited: boolean): Memberships {
  const history = membershipsNow(world);
  let calls = 0;
  world.jira.failure = () => {
    calls += 1;
    for (const each of moves.filter(({ atCall }) => atCall === calls)) movePerson(world, each, audited, history);
    return undefined;
  };
  return history;
}

async function runDay(world: World, size: number): Promise<void> {
  const directory = new FakeDirectory(world.jira, size);
  await deliverAll(world, { portsOf: () => ({ ...world.ports, directory }) });
  world.jira.failure = () => undefined;
}

/** Every group of the list was so at some moment of the run, or the run says why not and the list is as it was. */
async function expectExact(
  world: World,
  profile: IntegrationProfile,
  history: Memberships,
  before: unknown,
): Promise<string> {
  const run = await world.runs.findLatest(profile.id, 'download');
  const list = await subscriptions(world, profile.id);
  if (run?.status !== 'Complete') {
    expect(run).toMatchObject({ status: 'Failed', summary: expect.stringContaining('did not add up') as string });
    expect(list).toEqual(before);
    return 'refused';
  }
  for (const groupId of GROUPS.filter((id) => SELECTION.includes(id))) {
    const rows = list?.rows.filter((row) => row.groupIds.includes(groupId)).map((row) => row.accountId) ?? [];
    expect(history.get(groupId)).toContain(rows.sort().join(' '));
  }
  return 'exact';
}

const move = fc.record({
  atCall: fc.integer({ min: 1, max: 60 }),
  who: fc.constantFrom(...MOVERS),
  groupId: fc.constantFrom(...GROUPS),
});

test.each([
  ['with an audit log', true, fc.array(move, { maxLength: 8 })],
  // Without one nothing tells that somebody left and came back between two looks: here nobody does.
  ['without', false, fc.uniqueArray(move, { maxLength: 8, selector: ({ who, groupId }) => `${who} ${groupId}` })],
] as const)(
  'whoever comes and goes while pages are read, a list is exact or refused: %s',
  async (_n, audited, anyMoves) => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyMoves, anyMoves, fc.integer({ min: 2, max: 9 }), async (moves, later, size) => {
        const world = movingCompany(MOVERS, (who) => [`${who}-stays`]);
        if (!audited) world.jira.directoryLog = null;
        const profile = await publish(world);
        const history = letMove(world, moves, audited);
        await runDay(world, size);
        seen.add(await expectExact(world, profile, history, undefined));
        const before = await subscriptions(world, profile.id);
        world.clock.advanceTo((profile.publishedAt ?? 0) + DAY);
        await startDueJobs(world.ports);
        if (!audited) return;
        const next = letMove(world, later, audited);
        await runDay(world, size);
        seen.add(await expectExact(world, profile, next, before));
      }),
      { numRuns: 150 },
    );
    expect([...seen]).toContain('exact');
  },
);
