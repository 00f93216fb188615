import fc from 'fast-check';
import { DAY } from '../../src/domain/instant';
import { advanceRun } from '../../src/usecases/advance-run';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { ACTIVE, company, publish, SELECTION } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { subscriptions } from '../fakes/final-state';
import type { World } from '../fakes/world';

const PEOPLE = ['u-idle', 'u-idle-twice', ...ACTIVE];

/** A company whose first day is over. `g-software` takes several pages. */
async function firstDay(prepare: (world: World) => void = () => undefined) {
  const world = company();
  prepare(world);
  const profile = await publish(world);
  await deliverAll(world);
  let day = 0;
  /** Lets a day pass, changes the site in the middle of it and runs what is due then; answers the run and what was read. */
  const nextDay = async (change: (world: World) => void = () => undefined) => {
    day += 1;
    world.clock.advanceTo((profile.publishedAt ?? 0) + day * DAY - DAY / 2);
    change(world);
    world.clock.advanceTo((profile.publishedAt ?? 0) + day * DAY);
    const pages: string[] = [];
    world.jira.alterPage = (page, groupId, startAt) => {
      if (page.members.length > 1 || startAt > 0) pages.push(groupId);
      return page;
    };
    await startDueJobs(world.ports);
    await deliverAll(world);
    const run = await world.runs.findLatest(profile.id, 'download');
    return { run, read: [...new Set(pages)] };
  };
  return { world, profile, nextDay };
}

/** Who is in which group of the list, and who is in Jira. */
async function listed(world: World, profileId: string): Promise<Record<string, string[]>> {
  const rows = (await subscriptions(world, profileId))?.rows ?? [];
  const inGroup = (id: string) =>
    rows.filter(({ groupIds }) => groupIds.includes(id)).map(({ accountId }) => accountId);
  return Object.fromEntries(SELECTION.map((id) => [id, inGroup(id).sort()]));
}

function truth({ jira }: World): Record<string, string[]> {
  const seats = (id: string) =>
    jira.membersOf(id).filter(({ active, accountType }) => active && accountType === 'atlassian');
  return Object.fromEntries(
    SELECTION.map((id) => [
      id,
      seats(id)
        .map(({ accountId }) => accountId)
        .sort(),
    ]),
  );
}

describe('an ordinary day', () => {
  test('without changes asks for sizes only and keeps the stored parts', async () => {
    const { world, profile, nextDay } = await firstDay();
    const before = await world.subscriptions.findCurrent(profile.id);
    const { run, read } = await nextDay();
    expect(read).toEqual([]);
    expect(run?.summary).toContain('Checked 5 groups, read none again; the audit log told of 0 changes');
    const after = await world.subscriptions.findCurrent(profile.id);
    expect(after).toMatchObject({ id: before?.id, completedAt: (profile.publishedAt ?? 0) + DAY });
    expect(after?.knownSince).toBe(before?.completedAt); // those of the first list do not become newer every day
    expect(world.subscriptions.garbage()).toEqual([]);
  });

  test('takes over who joined, left, was deactivated or came back, without reading a group', async () => {
    const { world, profile, nextDay } = await firstDay(({ jira }) => {
      jira.addPerson('u-back', ['g-developers'], { active: false });
      jira.addPerson('u-new', []);
    });
    const { run, read } = await nextDay(({ jira }) => {
      jira.move('u-new', 'g-desk', true);
      jira.move('u-editor', 'g-software', false);
      jira.move('u-idle', 'g-developers', true);
      jira.setActive('u-logger', false);
      jira.setActive('u-back', true);
    });
    expect(read).toEqual([]);
    expect(await listed(world, profile.id)).toEqual(truth(world));
    expect(run?.counts).toMatchObject({ created: 2, left: 2, changed: 1 });
  });

  test('reads a group whose size differs from what is known', async () => {
    const { world, profile, nextDay } = await firstDay();
    const { run, read } = await nextDay(({ jira }) => jira.people.get('u-editor')?.groups.delete('g-software'));
    expect(read).toEqual(['g-software']);
    expect(run?.summary).toContain('read 1 again because the size differed');
    expect(await listed(world, profile.id)).toEqual(truth(world));
  });

  test.each([
    ['asks about few people', 1, []],
    ['reads the group when there are many', 21, ['g-software']],
  ])('of what the log says and nobody understands %s', async (_name, people, expected) => {
    const { world, profile, nextDay } = await firstDay(({ jira }) => jira.addPerson('u-new', []));
    const { read } = await nextDay(({ jira, clock }) => {
      // One came and one left, so the size says nothing.
      jira.people.get('u-editor')?.groups.delete('g-software');
      jira.people.get('u-new')?.groups.add('g-software');
      const unclear = { at: clock.now(), group: { id: 'g-software', name: null }, joined: null };
      const others = Array.from({ length: people - 1 }, (_, n) => `u-other-${n}`);
      for (const accountId of ['u-new', 'u-editor', ...others]) jira.directoryLog?.push({ ...unclear, accountId });
    });
    expect(read).toEqual(expected);
    expect(await listed(world, profile.id)).toEqual(truth(world));
  });

  test('knows who became an administrator in a group that is not selected', async () => {
    const { world, profile, nextDay } = await firstDay();
    const { read } = await nextDay(({ jira }) => jira.move('u-idle', 'g-admins', true));
    expect(read).toEqual([]);
    const rows = (await subscriptions(world, profile.id))?.rows ?? [];
    expect(rows.find(({ accountId }) => accountId === 'u-idle')?.administrator).toBe(true);
  });

  test('knows what this app removed itself, also where there is no audit log', async () => {
    const { world, profile, nextDay } = await firstDay(({ jira }) => (jira.directoryLog = null));
    const { read } = await nextDay(({ jira, evidence, clock }) => {
      jira.people.get('u-idle')?.groups.delete('g-software');
      void evidence.append({
        kind: 'reclaim-done',
        at: clock.now(),
        by: null,
        subject: 'u-idle',
        candidate: 'RC0000001',
        text: 'Removed.',
        details: { groupIds: ['g-software'], roleKey: 'jira-software' },
      });
    });
    expect(read).toEqual([]);
    expect(await listed(world, profile.id)).toEqual(truth(world));
  });

  test('whatever is audited leads to the same list as reading everything', async () => {
    const change = fc.oneof(
      fc.record({
        who: fc.constantFrom(...PEOPLE, 'app', 'u-deactivated'),
        group: fc.constantFrom(...SELECTION),
        joined: fc.boolean(),
      }),
      fc.record({ who: fc.constantFrom(...PEOPLE, 'u-deactivated'), active: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.array(change, { maxLength: 4 }), async (...days) => {
        const { world, profile, nextDay } = await firstDay();
        for (const changes of days) {
          await nextDay(({ jira, clock }) => {
            for (const each of changes) {
              clock.advance(1000);
              if ('active' in each) jira.setActive(each.who, each.active);
              else jira.move(each.who, each.group, each.joined);
            }
          });
          expect(await listed(world, profile.id)).toEqual(truth(world));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a member who was swapped for another, untold', () => {
  const swap = ({ jira }: World) => {
    jira.people.get('u-editor')?.groups.delete('g-software');
    jira.addPerson('u-instead', ['g-software']);
  };

  test('is found within seven days, whatever the sizes say', async () => {
    const { world, profile, nextDay } = await firstDay();
    await nextDay(swap);
    expect(await listed(world, profile.id)).not.toEqual(truth(world));
    let reads: string[] = [];
    for (let day = 2; day <= 7; day += 1) reads = [...reads, ...(await nextDay()).read];
    expect(await listed(world, profile.id)).toEqual(truth(world));
    expect(reads.length).toBeGreaterThan(0);
  });
});

describe('a group that does not add up', () => {
  const lie = (by: number) => (world: World) => {
    world.jira.alterPage = (page) => ({ ...page, total: page.total === null ? null : page.total + by });
  };

  test.each([
    ['a larger size', lie(3)],
    ['a smaller size', lie(-3)],
    ['no size', (world: World) => (world.jira.alterPage = (page) => ({ ...page, total: null }))],
  ])('where Jira tells %s: two readings that agree are believed', async (_what, prepare) => {
    const { world, profile } = await firstDay(prepare);
    const run = await world.runs.findLatest(profile.id, 'download');
    expect(run?.status).toBe('Complete');
    expect(await listed(world, profile.id)).toEqual(truth(world));
  });

  test('is given up after four readings that all differ: the run fails with the reason, the list stays', async () => {
    const { world, profile, nextDay } = await firstDay();
    const before = await subscriptions(world, profile.id);
    let calls = 0;
    const { run } = await nextDay(({ jira }) => {
      jira.failure = (operation) => {
        calls += 1;
        if (operation === 'readMembers') jira.addPerson(`u-flood-${calls}`, ['g-software']);
        return undefined;
      };
    });
    expect(run).toMatchObject({
      status: 'Failed',
      summary: expect.stringContaining('name of g-software did not add up in 4 readings') as string,
    });
    expect(await subscriptions(world, profile.id)).toEqual(before);
    expect(world.subscriptions.garbage()).toEqual([]);
  });

  test.each(['g-software', 'g-admins'])(
    '%s is deleted while it is read: the run fails and names it',
    async (groupId) => {
      const { world, profile, nextDay } = await firstDay();
      const before = await subscriptions(world, profile.id);
      let pages = 0;
      const { run } = await nextDay(({ jira }) => {
        jira.people.get('u-idle-admin')?.groups.delete(groupId);
        jira.failure = (operation) => {
          pages += operation === 'readMembers' ? 1 : 0;
          if (pages === 6) jira.groups.splice(0, jira.groups.length, ...jira.groups.filter(({ id }) => id !== groupId));
          return undefined;
        };
      });
      expect(run).toMatchObject({ status: 'Failed', summary: expect.stringContaining(groupId) as string });
      expect(await subscriptions(world, profile.id)).toEqual(before);
    },
  );
});

test.each(['before', 'after'] as const)(
  'killed %s any call of an ordinary day, readers see the list before or the new one, and the run ends with the new one',
  async (when) => {
    const changed = async () => {
      const day = await firstDay();
      day.world.clock.advanceTo((day.profile.publishedAt ?? 0) + DAY / 2);
      day.world.jira.addPerson('u-new', []);
      day.world.jira.move('u-new', 'g-desk', true);
      day.world.jira.move('u-idle-admin', 'g-admins', false);
      day.world.jira.people.get('u-editor')?.groups.delete('g-software');
      day.world.clock.advanceTo((day.profile.publishedAt ?? 0) + DAY);
      await startDueJobs(day.world.ports);
      return day;
    };
    const reference = await changed();
    const before = await subscriptions(reference.world, reference.profile.id);
    await deliverAll(reference.world);
    const after = await subscriptions(reference.world, reference.profile.id);
    for (let atCall = 1, survived = false; !survived; atCall += 1) {
      const { world, profile } = await changed();
      const { ports } = crashing(world.ports, { atCall, when });
      const [waiting] = world.queue.waiting;
      survived = await advanceRun(waiting?.message ?? { runId: '', step: 0 }, ports).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      expect([before, after]).toContainEqual(await subscriptions(world, profile.id));
      await deliverAll(world);
      expect(await subscriptions(world, profile.id)).toEqual(after);
    }
  },
);
