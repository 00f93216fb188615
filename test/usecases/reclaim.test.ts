import { DAY, HOUR, utcDay } from '../../src/domain/instant';
import { Failure, type FailureCode } from '../../src/ports/failures';
import { mergeIntoTable } from '../../src/usecases/activity-table';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { ok } from '../fakes/company';
import { CALLER, candidateOf, click, decided, groupsOf, TWICE } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { finalState } from '../fakes/final-state';
import type { World } from '../fakes/world';

describe('one click', () => {
  test('a preview tells what would happen and writes nothing', async () => {
    const { world, profile } = await decided();
    const before = await finalState(world, profile.id);
    const entries = world.evidence.all().length;
    const result = await click(world, 'u-idle-twice', 'preview');
    expect(result).toMatchObject({ outcome: 'would-remove', seatFreed: null });
    expect(result.groups.map((group) => group.id)).toEqual(['g-software', 'g-developers']);
    expect(await finalState(world, profile.id)).toEqual(before);
    expect(world.evidence.all()).toHaveLength(entries);
  });

  test('applied, the seat is gone, proven and on record with the exact groups', async () => {
    const { world } = await decided();
    expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'removed', seatFreed: 'proven' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(['g-desk']);
    const candidate = candidateOf(world, 'u-idle-twice');
    expect(candidate).toMatchObject({ state: 'Closed Complete', attention: null });
    expect([...(candidate.groupsBefore ?? [])].sort()).toEqual(TWICE);
    const log = world.evidence.all().filter((entry) => entry.candidate === candidate.number);
    expect(log.map(({ kind, by }) => [kind, by])).toEqual([
      ['reclaim-intended', CALLER],
      ['reclaim-done', CALLER],
    ]);
    expect(log[0]?.details).toMatchObject({ removing: ['g-software', 'g-developers'] });
  });

  test('again, it changes nothing more', async () => {
    const { world } = await decided();
    await click(world, 'u-idle');
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'kept' });
    expect(world.jira.removals).toHaveLength(1);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
  });

  test('only one of two people who click at once removes', async () => {
    const { world } = await decided();
    const clicks = await Promise.allSettled([click(world, 'u-idle'), click(world, 'u-idle')]);
    expect(clicks.filter((each) => each.status === 'fulfilled')).not.toHaveLength(0);
    expect(world.jira.removals).toHaveLength(1);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
  });
});

describe('the re-check', () => {
  const now = (world: World) => world.clock.now();
  test.each<[string, (world: World) => unknown, string]>([
    [
      'worked since',
      (w) => w.jira.worklogs.push({ accountId: 'u-idle', kind: 'worklog', at: now(w) - HOUR }),
      'Closed Canceled',
    ],
    [
      'viewed yesterday',
      (w) =>
        w.stamps.put({
          day: utcDay(now(w) - DAY),
          kind: 'issue-viewed',
          accountId: 'u-idle',
          at: now(w) - DAY,
          ref: 'A-1',
        }),
      'Closed Canceled',
    ],
    ['gives no clear answer', (w) => w.jira.unclear.add('u-idle'), 'Ready'],
    ['is an administrator by now', (w) => w.jira.people.get('u-idle')?.groups.add('g-admins'), 'Ready'],
    [
      'got the seat by another group',
      (w) => w.jira.people.get('u-idle')?.groups.add('g-outside'),
      'Attention Required',
    ],
    ['left', (w) => w.jira.people.get('u-idle')?.groups.clear(), 'Closed Skipped'],
    ['was deactivated', (w) => Object.assign(w.jira.people.get('u-idle') ?? {}, { active: false }), 'Closed Skipped'],
    ['is gone', (w) => w.jira.people.delete('u-idle'), 'Closed Skipped'],
    [
      'is known to the activity job by now',
      (w) =>
        mergeIntoTable(
          [{ accountId: 'u-idle', lastByKind: { administration: { at: now(w) - HOUR, ref: null } }, assignedAt: null }],
          w.activity,
        ),
      'Closed Canceled',
    ],
    [
      'administered a moment ago',
      (w) => w.jira.audit.push({ by: 'u-idle', assigned: null, at: now(w) - HOUR / 60 }),
      'Closed Canceled',
    ],
    [
      'was given access anew',
      (w) => w.jira.audit.push({ by: CALLER, assigned: 'u-idle', at: now(w) - HOUR / 60 }),
      'Closed Canceled',
    ],
    [
      'can’t be told from the audit log',
      (w) => {
        w.jira.failure = (at) => (at === 'readAudit' ? new Failure('jira-refused', 'No.') : undefined);
      },
      'Ready',
    ],
  ])('keeps the seat of somebody who %s', async (_name, change, state) => {
    const { world } = await decided();
    await change(world);
    const before = groupsOf(world, 'u-idle');
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'kept' });
    expect(world.jira.removals).toEqual([]);
    expect(groupsOf(world, 'u-idle')).toEqual(before);
    expect(candidateOf(world, 'u-idle').state).toBe(state);
    expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'reclaim-kept', subject: 'u-idle' });
  });

  test.each<[FailureCode, string]>([
    ['jira-busy', 'probe'],
    ['jira-unavailable', 'findPerson'],
    ['points-spent', 'listRoles'],
    ['jira-changed', 'isContentBlocked'],
  ])('that fails (%s at %s) keeps everything as it is', async (code, at) => {
    const { world, profile } = await decided();
    const before = await finalState(world, profile.id);
    world.jira.failure = (operation) => (operation === at ? new Failure(code, 'No.') : undefined);
    await expect(click(world, 'u-idle')).rejects.toMatchObject({ code });
    expect(await finalState(world, profile.id)).toEqual(before);
  });
});

describe('a removal that Jira does not let through', () => {
  const failAt = (world: World, at: string, code: FailureCode) => {
    world.jira.failure = (operation) => (operation === at ? new Failure(code, 'No.') : undefined);
  };

  test.each<[FailureCode, string]>([
    ['jira-refused', 'Attention Required'],
    ['jira-rejected', 'Attention Required'],
    ['jira-unavailable', 'Attention Required'],
    ['jira-busy', 'Attention Required'],
    ['points-spent', 'Ready'],
  ])('at the second group (%s) gives the first one back: %s', async (code, state) => {
    const { world } = await decided();
    failAt(world, 'removeMember g-developers', code);
    expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'failed', groups: [] });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
    expect(candidateOf(world, 'u-idle-twice')).toMatchObject({ state, groupsBefore: null });
    expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'reclaim-failed' });
  });

  test('and whose answer was lost is undone too', async () => {
    const { world } = await decided();
    world.jira.failureAfter = (operation) =>
      operation === 'removeMember g-developers' ? new Failure('jira-unavailable', 'No answer.') : undefined;
    await click(world, 'u-idle-twice');
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  });

  test('nor undone asks for attention, whatever the reason, and names the group', async () => {
    const { world } = await decided();
    world.jira.failure = (operation) =>
      ['removeMember g-developers', 'addMember g-software'].includes(operation)
        ? new Failure('points-spent', 'No points.')
        : undefined;
    await click(world, 'u-idle-twice');
    const candidate = candidateOf(world, 'u-idle-twice');
    expect(candidate.state).toBe('Attention Required');
    expect(candidate.attention).toContain('g-software');
    expect(candidate.groupsBefore).toContain('g-software');
  });

  test('for want of points waits in a run, and is finished when there are some', async () => {
    const { world, profile } = await decided();
    const { number } = candidateOf(world, 'u-idle-twice');
    const until = world.clock.now() + HOUR;
    world.jira.failure = (operation) =>
      world.clock.now() < until && ['removeMember g-developers', 'addMember g-software'].includes(operation)
        ? new Failure('points-spent', 'No points.', { retryAt: until })
        : undefined;
    const chosen = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    ok(await startReclaim(chosen, world.ports));
    await deliverAll(world);
    expect(candidateOf(world, 'u-idle-twice')).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven' });
    expect(world.jira.removals.filter(({ accountId }) => accountId === 'u-idle-twice')).toHaveLength(2);
  });

  test('does not make access that was given anew later look like its own giving back', async () => {
    const { world } = await decided();
    failAt(world, 'removeMember g-developers', 'jira-rejected');
    await click(world, 'u-idle-twice');
    world.jira.failure = () => undefined;
    world.clock.advance(HOUR);
    world.jira.audit.push({ by: CALLER, assigned: 'u-idle-twice', at: world.clock.now() });
    world.clock.advance(HOUR);
    // Whatever else is told on the candidate after that.
    const candidate = candidateOf(world, 'u-idle-twice');
    const entry = { at: world.clock.now(), text: 'Not removed: a group stands in the way.', by: CALLER };
    await world.candidates.replace({ ...candidate, timeline: [...candidate.timeline, entry] });
    expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'kept' });
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
  });

  test('is remembered for the group until a click proves otherwise', async () => {
    const { world } = await decided();
    world.jira.managedElsewhere.add('g-developers');
    await click(world, 'u-idle-twice');
    expect([...(await world.settings.listExternallyManaged())]).toEqual(['g-developers']);
    world.jira.managedElsewhere.clear();
    expect(await click(world, 'u-idle-twice')).toMatchObject({ outcome: 'removed' });
    expect([...(await world.settings.listExternallyManaged())]).toEqual([]);
    const { number: candidate } = candidateOf(world, 'u-idle-twice');
    const told = world.evidence.all().filter((entry) => entry.candidate === candidate);
    expect(told.filter(({ kind }) => kind.startsWith('group-managed'))).toMatchObject([
      { kind: 'group-managed', by: CALLER, details: { groupId: 'g-developers', because: 'refused' } },
      { kind: 'group-managed-cleared', by: CALLER, details: { groupId: 'g-developers', because: 'changed' } },
    ]);
    expect(told.find(({ kind }) => kind === 'reclaim-failed')?.details).toMatchObject({ refused: 'g-developers' });
  });

  test('because Jira does not know who asks says nothing about the group', async () => {
    const { world, profile } = await decided();
    let refused = false;
    world.jira.failure = (operation) => {
      if (operation !== 'removeMember g-developers' || refused) return undefined;
      refused = true;
      return new Failure('jira-refused', 'Jira refused (401).', { status: 401 });
    };
    const { number } = candidateOf(world, 'u-idle-twice');
    const first = candidateOf(world, 'u-idle').number;
    const chosen = { profileId: profile.id, numbers: [first, number], expectedCount: 2, caller: CALLER };
    ok(await startReclaim(chosen, world.ports));
    await deliverAll(world);
    expect(refused).toBe(true);
    expect(groupsOf(world, 'u-idle-twice')).toEqual(TWICE);
    expect((await world.settings.listExternallyManaged()).size).toBe(0);
  });

  test('marks a group once, however many people it holds', async () => {
    const { world } = await decided();
    world.jira.managedElsewhere.add('g-software');
    await click(world, 'u-idle');
    await click(world, 'u-idle-twice');
    const marked = world.evidence.all().filter(({ kind }) => kind === 'group-managed');
    expect(marked.map(({ details }) => details.groupId)).toEqual(['g-software']);
  });
});
