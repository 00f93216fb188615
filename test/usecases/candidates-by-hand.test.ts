import { DAY, HOUR } from '../../src/domain/instant';
import type { ActivityKind } from '../../src/domain/activity';
import { addWorkNote, closeCandidate } from '../../src/usecases/candidate-by-hand';
import { createCandidate, type CreateCandidate } from '../../src/usecases/create-candidate';
import { EventKnowledge } from '../../src/usecases/event-knowledge';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { recordProductEvent } from '../../src/usecases/record-product-event';
import { runJobNow } from '../../src/usecases/run-job-now';
import { DESK, ok, OPERATOR, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click, decided } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const create = (world: World, profileId: string, change: Partial<CreateCandidate> = {}) =>
  createCandidate(
    {
      profileId,
      accountId: 'u-editor',
      roleKey: SOFTWARE,
      justification: 'Unallocated',
      note: 'Left the team',
      caller: CALLER,
      ...change,
    },
    world.ports,
  );

async function evaluate(world: World, profileId: string): Promise<void> {
  world.clock.advance(HOUR);
  ok(await runJobNow({ jobId: `${profileId}.evaluate`, caller: OPERATOR }, world.ports));
  await deliverAll(world);
}

describe('a candidate that a person proposes', () => {
  test('waits like every other, with the note, and activity does not cancel another reason than low usage', async () => {
    const { world, profile } = await decided();
    const candidate = ok(await create(world, profile.id));
    expect(candidate).toMatchObject({ source: 'hand', state: 'Ready', justification: 'Unallocated', inactiveDays: 8 });
    expect(candidate.timeline.at(-1)).toEqual({
      at: world.clock.now(),
      text: 'Left the team',
      by: CALLER,
      isNote: true,
    });
    await evaluate(world, profile.id);
    expect(candidateOf(world, 'u-editor').state).toBe('Ready');
    const asked: string[] = [];
    world.jira.failure = (operation) => void asked.push(operation);
    const { outcome, notes } = await click(world, 'u-editor');
    expect(outcome).toBe('removed');
    expect(notes[0]).toContain('Activity was not asked about');
    expect(notes[0]).toContain('Unallocated');
    expect(notes.join(' ')).not.toContain('no activity');
    expect(asked).toContain('findPerson');
    expect(asked).not.toContain('probe');
    expect(world.jira.removals).toEqual([{ groupId: 'g-software', accountId: 'u-editor' }]);
    const created = world.evidence.all().find(({ kind }) => kind === 'candidate-created');
    expect(created).toMatchObject({ by: CALLER, subject: 'u-editor', candidate: candidate.number });
    expect(JSON.stringify(created)).not.toContain('Left the team');
  });

  test('for low usage is canceled by what the person does afterwards, not by what was known', async () => {
    const { world, profile } = await decided();
    const candidate = ok(await create(world, profile.id, { justification: 'Low Usage' }));
    expect(candidate.thresholdDays).toBe(8);
    await evaluate(world, profile.id);
    expect(candidateOf(world, 'u-editor').state).toBe('Ready');
    world.jira.worklogs.push({ accountId: 'u-editor', kind: 'worklog', at: world.clock.now(), ref: null });
    const result = ok(await reclaimNow({ number: candidate.number, mode: 'apply', caller: CALLER }, world.ports));
    expect(result.outcome).toBe('kept');
    expect(candidateOf(world, 'u-editor').state).toBe('Closed Canceled');
  });

  test.each<[string, Partial<CreateCandidate>, string]>([
    ['without a note', { note: ' ' }, 'bad-input'],
    ['about an administrator', { accountId: 'u-idle-admin' }, 'refused'],
    ['about a seat nobody holds', { roleKey: DESK }, 'not-found'],
    ['about a seat that is proposed already', { accountId: 'u-idle' }, 'conflict'],
    ['in a profile that is gone', { profileId: 'p-none' }, 'not-found'],
  ])('%s is refused', async (_name, change, code) => {
    const { world, profile } = await decided();
    const before = world.candidates.all().length;
    expect(await create(world, profile.id, change)).toMatchObject({ ok: false, code });
    expect(world.candidates.all()).toHaveLength(before);
  });

  test.each(['protectedAccountIds', 'protectedGroupIds'] as const)(
    'whom a rule protects (%s) is refused',
    async (field) => {
      const { world, profile } = await decided();
      const [rule] = await world.ports.rules.list(profile.id);
      if (!rule) throw new Error('no rule');
      await world.ports.rules.save({ ...rule, [field]: [field === 'protectedAccountIds' ? 'u-editor' : 'g-software'] });
      expect(await create(world, profile.id)).toMatchObject({ code: 'refused' });
    },
  );
});

describe('work notes', () => {
  test('are kept on the candidate and nowhere else', async () => {
    const { world } = await decided();
    const { number } = candidateOf(world, 'u-idle');
    const noted = ok(await addWorkNote({ number, text: ' Asked her ', caller: CALLER }, world.ports));
    expect(noted.timeline.at(-1)).toMatchObject({ text: 'Asked her', by: CALLER, isNote: true });
    expect(noted.state).toBe('Ready');
    expect(JSON.stringify(world.evidence.all())).not.toContain('Asked her');
    expect(await addWorkNote({ number, text: '  ', caller: CALLER }, world.ports)).toMatchObject({ code: 'bad-input' });
  });

  test('have an end', async () => {
    const { world } = await decided();
    const { number } = candidateOf(world, 'u-idle');
    for (let n = 0; n < 50; n += 1) ok(await addWorkNote({ number, text: `${n}`, caller: CALLER }, world.ports));
    expect(await addWorkNote({ number, text: 'one more', caller: CALLER }, world.ports)).toMatchObject({
      code: 'refused',
    });
  });
});

describe('closing by hand', () => {
  const close = (world: World, to: 'Closed Complete' | 'Closed Skipped', who = 'u-idle') =>
    closeCandidate({ number: candidateOf(world, who).number, to, note: 'As agreed', caller: CALLER }, world.ports);

  test('as skipped leaves the seat and is on record', async () => {
    const { world } = await decided();
    expect(ok(await close(world, 'Closed Skipped'))).toMatchObject({
      state: 'Closed Skipped',
      closedAt: world.clock.now(),
    });
    expect(world.jira.removals).toEqual([]);
    expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'candidate-closed', by: CALLER });
    expect(await close(world, 'Closed Skipped')).toMatchObject({ code: 'refused' });
  });

  test('as complete only where this app could not, and only when Jira no longer counts the seat', async () => {
    const { world } = await decided();
    expect(await close(world, 'Closed Complete')).toMatchObject({ code: 'refused' }); // Ready: reclaim it
    await click(world, 'u-kept-alive');
    expect(candidateOf(world, 'u-kept-alive').state).toBe('Attention Required');
    expect(await close(world, 'Closed Complete', 'u-kept-alive')).toMatchObject({ code: 'refused' });
    world.jira.people.get('u-kept-alive')?.groups.clear();
    expect(ok(await close(world, 'Closed Complete', 'u-kept-alive'))).toMatchObject({ seatFreed: 'proven' });
  });
});

describe('a product event', () => {
  const event = (world: World, kind: ActivityKind, accountId = 'u-idle') =>
    recordProductEvent({ accountId, kind, at: world.clock.now(), ref: 'A-1' }, new EventKnowledge(), world.ports);

  test('closes the open candidates of whoever is active, at once and on record', async () => {
    const { world } = await decided();
    await event(world, 'comment-added', 'u-idle-twice');
    expect(candidateOf(world, 'u-idle-twice', SOFTWARE).state).toBe('Closed Canceled');
    expect(candidateOf(world, 'u-idle-twice', DESK).state).toBe('Closed Canceled');
    expect(candidateOf(world, 'u-idle').state).toBe('Ready');
    expect(world.evidence.all().at(-1)).toMatchObject({ kind: 'candidate-closed', by: null, subject: 'u-idle-twice' });
  });

  test('costs a look at candidates only when it is the first of a day', async () => {
    const { world } = await decided();
    await event(world, 'comment-added');
    const { accountId, number } = candidateOf(world, 'u-idle');
    await world.candidates.createAll([{ ...candidateOf(world, 'u-idle'), number: `${number}0`, state: 'Ready' }]);
    await event(world, 'comment-added');
    expect(await world.candidates.listOpenOf(accountId)).toHaveLength(1);
    world.clock.advance(DAY);
    await event(world, 'comment-added');
    expect(await world.candidates.listOpenOf(accountId)).toEqual([]);
  });

  test('that the rule does not count leaves the candidate open', async () => {
    const { world } = await decided();
    const candidate = candidateOf(world, 'u-idle');
    await world.candidates.replace({ ...candidate, activityBasis: 'original-compatible' });
    await event(world, 'issue-viewed');
    await event(world, 'issue-changed');
    expect(candidateOf(world, 'u-idle').state).toBe('Ready');
    await event(world, 'comment-added');
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Canceled');
  });

  test('never touches a removal that is under way', async () => {
    const { world } = await decided();
    const removing = { state: 'Awaiting Revocation', groupsBefore: ['g-software'] } as const;
    await world.candidates.replace({ ...candidateOf(world, 'u-idle'), ...removing });
    await event(world, 'comment-added');
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Revocation');
  });
});
