import { isOpen } from '../../src/domain/removal-candidate';
import { answerNotice } from '../../src/usecases/answer-notice';
import { cancelOnActivity } from '../../src/usecases/cancel-on-activity';
import { decideKeepRequest } from '../../src/usecases/decide-keep-request';
import { explainSeat } from '../../src/usecases/explain-decision';
import { readMySeats } from '../../src/usecases/my-seats';
import { startReclaim } from '../../src/usecases/start-reclaim';
import { asking, DAYS, pass, toldOf } from '../fakes/asking';
import { changeRule } from '../fakes/changed-rule';
import { IDLE, ok, SOFTWARE } from '../fakes/company';
import { CALLER, candidateOf, click } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import type { World } from '../fakes/world';

const answer = (world: World, kind: 'keep' | 'release', reason = '') => {
  const { number, accountId: caller } = candidateOf(world, 'u-idle');
  return answerNotice({ number, answer: kind, reason, caller }, world.ports);
};
const decide = (world: World, keep: boolean, caller = CALLER) =>
  decideKeepRequest({ number: candidateOf(world, 'u-idle').number, keep, keepDays: 90, note: '', caller }, world.ports);

describe('a rule that notifies', () => {
  test('has people asked instead of removed: by mail, with the reason, the day and where to answer', async () => {
    const { world } = await asking();
    expect(await click(world, 'u-idle', 'preview')).toMatchObject({ outcome: 'would-ask' });
    expect(world.jira.mails).toEqual([]);
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'asked' });
    expect(world.jira.removals).toEqual([]);
    expect(candidateOf(world, 'u-idle')).toMatchObject({
      state: 'Awaiting User',
      notice: { by: CALLER, workItem: 'LIC-1', answerDay: '2026-12-07', zone: 'UTC', answer: null },
    });
    expect(world.jira.mails).toMatchObject([{ to: 'u-idle', subject: 'Do you still need Jira?' }]);
    const [mail] = world.jira.mails;
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain('before the end of Monday, 7 December 2026 (time zone: UTC)');
      expect(body).toContain('/jira/apps/a/e/my-seat');
    }
    expect(toldOf(world, 'u-idle')).toEqual(['notice-sent']);
  });

  test('takes nothing before the time to answer is over, by click or in the background', async () => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'kept' });
    await pass(world, DAYS);
    const { number } = candidateOf(world, 'u-idle');
    const input = { profileId: profile.id, numbers: [number], expectedCount: 1, caller: CALLER };
    expect(await startReclaim(input, world.ports)).toMatchObject({ ok: false, code: 'conflict' });
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
    expect(world.jira.removals).toEqual([]);
    expect(world.jira.mails).toHaveLength(1);
  });

  test('silence is consent: after the days the seat is taken back with the next refresh, on record and proven', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    await pass(world, DAYS + 1);
    expect(world.jira.removals).toEqual([{ groupId: 'g-software', accountId: 'u-idle' }]);
    expect(candidateOf(world, 'u-idle')).toMatchObject({ state: 'Closed Complete', seatFreed: 'proven' });
    expect(toldOf(world, 'u-idle')).toEqual(['notice-sent', 'reclaim-intended', 'reclaim-done']);
    expect(world.evidence.all().filter(({ kind }) => kind === 'reclaim-started')).toMatchObject([{ by: null }]);
  });

  test('days off do not count where a rule says so: asked on a Monday, five working days end on the next one', async () => {
    const { world, profile } = await asking();
    await changeRule(world, profile.id, { daysBeforeAutoReclamation: 5, answerDays: 'monday-to-friday' });
    expect(await click(world, 'u-idle', 'preview')).toMatchObject({
      notes: [expect.stringContaining('5 working days'), expect.anything()],
    });
    await click(world, 'u-idle');
    await pass(world, 7);
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
    await pass(world, 1);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
    expect(world.evidence.all()).toContainEqual(
      expect.objectContaining({
        kind: 'rule-saved',
        details: expect.objectContaining({ answerDays: 'monday-to-friday' }) as object,
      }),
    );
  });

  test('more of them than the rule allows in a day are taken back day by day', async () => {
    const { world, profile } = await asking();
    for (const rule of await world.ports.rules.list(profile.id))
      await world.ports.rules.save({ ...rule, maxSeatsPerRun: 1 });
    for (const accountId of IDLE) await click(world, accountId);
    await pass(world, DAYS + 2);
    const isTaken = (accountId: string) => candidateOf(world, accountId).state === 'Closed Complete';
    expect(IDLE.filter(isTaken)).toHaveLength(1);
    await pass(world, 2);
    expect(IDLE.filter(isTaken)).toHaveLength(2);
  });

  test('that have to wait are told once a day', async () => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    for (const rule of await world.ports.rules.list(profile.id))
      await world.ports.rules.save({ ...rule, review: null });
    await pass(world, DAYS + 1);
    const refused = world.evidence.all().filter(({ kind }) => kind === 'reclaim-refused');
    expect(refused).toEqual([expect.objectContaining({ text: expect.stringContaining('stays for now') as string })]);
  });

  test('asks everybody of a batch, and says so', async () => {
    const { world, profile } = await asking();
    ok(
      await startReclaim(
        { profileId: profile.id, numbers: 'all-ready', expectedCount: 4, caller: CALLER },
        world.ports,
      ),
    );
    await deliverAll(world);
    expect(world.jira.mails.map(({ to }) => to).sort()).toEqual(['u-idle', 'u-idle-twice', 'u-idle-twice']);
    expect(world.jira.removals).toEqual([]);
    const run = await world.runs.findLatest(profile.id, 'reclaim');
    expect(run).toMatchObject({ counts: { left: 3, changed: 0, skipped: 1 } });
    expect(run?.summary).toContain('3 people were asked first');
  });

  test('work while the question is open keeps the seat', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    await cancelOnActivity({ accountId: 'u-idle', kind: 'issue-viewed', at: world.clock.now() + 1 }, world.ports);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Canceled');
  });
});

describe('the answer', () => {
  test('to give it up takes the seat back at the next refresh', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'release'));
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Revocation');
    await pass(world, 1);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
    expect(world.jira.removals).toHaveLength(1);
  });

  test('to give it up does not outweigh work that follows', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'release'));
    await cancelOnActivity({ accountId: 'u-idle', kind: 'comment-added', at: world.clock.now() + 1 }, world.ports);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Canceled');
  });

  test('to keep it waits for an administrator, however long', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'keep', 'I am on parental leave.'));
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Approval');
    expect(candidateOf(world, 'u-idle').timeline.at(-1)).toMatchObject({ by: 'u-idle', isNote: true });
    await pass(world, DAYS + 3);
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'kept' });
    expect(world.jira.removals).toEqual([]);
  });

  test('granted: closed, and nobody proposes the seat again for as long as was said', async () => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'keep'));
    expect(ok(await decide(world, true))).toMatchObject({
      state: 'Closed Skipped',
      notice: { decision: { kind: 'granted', by: CALLER } },
    });
    const seat = { profileId: profile.id, accountId: 'u-idle', roleKey: SOFTWARE };
    const explained = ok(await explainSeat(seat, world.ports));
    expect(explained).toMatchObject({ decision: 'keep' });
    expect(explained.because).toMatch(/asked to keep the seat/);
    expect(world.jira.mails.at(-1)).toMatchObject({ to: 'u-idle', subject: 'You keep Jira' });
    expect(candidateOf(world, 'u-idle').timeline.at(-1)?.text).toBe('Told by mail.');
    await pass(world, 5);
    const open = () => world.candidates.all().filter(({ accountId, state }) => accountId === 'u-idle' && isOpen(state));
    expect(open()).toEqual([]);
    await pass(world, 86);
    expect(open()).toMatchObject([{ state: 'Ready', notice: null }]);
  });

  test('denied: the seat is taken back without asking again', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'keep'));
    expect(ok(await decide(world, false))).toMatchObject({ state: 'Awaiting Revocation' });
    expect(await answer(world, 'keep')).toMatchObject({ ok: false, code: 'refused' });
    expect(world.jira.mails.at(-1)).toMatchObject({ to: 'u-idle', subject: 'Your access to Jira ends' });
    await pass(world, 1);
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Complete');
    expect(toldOf(world, 'u-idle')).toEqual([
      'notice-sent',
      'notice-answered',
      'keep-decided',
      'reclaim-intended',
      'reclaim-done',
    ]);
  });

  test('may be changed until something was decided', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    ok(await answer(world, 'release'));
    ok(await answer(world, 'keep'));
    expect(candidateOf(world, 'u-idle')).toMatchObject({
      state: 'Awaiting Approval',
      notice: { answer: { kind: 'keep' } },
    });
    ok(await answer(world, 'release'));
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Revocation');
  });

  test('is nobody else’s to give, and nobody decides about their own seat', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    const { number } = candidateOf(world, 'u-idle');
    for (const caller of ['u-idle-twice', CALLER])
      expect(await answerNotice({ number, answer: 'release', reason: '', caller }, world.ports)).toMatchObject({
        ok: false,
        code: 'not-found',
      });
    ok(await answer(world, 'keep'));
    expect(await decide(world, true, 'u-idle')).toMatchObject({ ok: false, code: 'refused' });
  });

  test('is shown to the person with what they were asked', async () => {
    const { world } = await asking();
    await click(world, 'u-idle');
    const seats = await readMySeats('u-idle', world.ports);
    expect(seats).toMatchObject([{ roleKey: SOFTWARE, application: 'Jira', asked: { accountId: 'u-idle' } }]);
    expect(await readMySeats('u-nobody', world.ports)).toEqual([]);
    expect((await readMySeats('u-commenter', world.ports))[0]).toMatchObject({
      activity: { kind: 'seen' },
      asked: undefined,
    });
  });
});
