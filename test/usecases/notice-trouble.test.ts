import { Failure, type FailureCode } from '../../src/ports/failures';
import { answerNotice } from '../../src/usecases/answer-notice';
import { closeCandidate, closingsOf } from '../../src/usecases/candidate-by-hand';
import { decideKeepRequest } from '../../src/usecases/decide-keep-request';
import { saveNoticeSettings } from '../../src/usecases/notice-settings';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { asking, DAYS, pass, toldOf } from '../fakes/asking';
import { ok } from '../fakes/company';
import { crashing, Killed } from '../fakes/crashing';
import { CALLER, candidateOf, click } from '../fakes/decided';
import type { World } from '../fakes/world';

describe('who can’t be asked keeps the seat', () => {
  test.each<[string, (world: World) => unknown, RegExp]>([
    ['they can’t open the work item', ({ jira }) => jira.blind.add('u-idle'), /can’t open LIC-1/],
    ['Jira sends no mail', ({ jira }) => (jira.sendsMail = false), /refused to send mail/],
    ['Jira does not tell whether they can open it', (world) => refuse(world, 'canOpen'), /did not tell/],
  ])('because %s', async (_name, hinder, why) => {
    const { world } = await asking();
    hinder(world);
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'failed' });
    expect(candidateOf(world, 'u-idle')).toMatchObject({ state: 'Attention Required', notice: null });
    expect(candidateOf(world, 'u-idle').attention).toMatch(why);
    await pass(world, DAYS + 2);
    expect(world.jira.removals).toEqual([]);
    expect(toldOf(world, 'u-idle')).toEqual(['notice-failed']);
  });

  test('and can be asked once that is mended', async () => {
    const { world } = await asking();
    world.jira.sendsMail = false;
    await click(world, 'u-idle');
    world.jira.sendsMail = true;
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'asked' });
    expect(candidateOf(world, 'u-idle')).toMatchObject({ state: 'Awaiting User', attention: null });
  });

  test('because no work item is chosen: nothing at all is reclaimed with the rule', async () => {
    const { world } = await asking();
    ok(await saveNoticeSettings({ caller: CALLER, revision: 1, workItem: null }, world.ports));
    const { number } = candidateOf(world, 'u-idle');
    const refused = await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports);
    expect(refused).toMatchObject({ ok: false, code: 'refused' });
    expect(!refused.ok && refused.message).toMatch(/no work item is chosen/);
  });

  test('a process that dies anywhere asks again: nobody waits for an answer to a question that was not sent', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let atCall = 1, isOver = false; !isOver; atCall += 1) {
        const { world } = await asking();
        const { number } = candidateOf(world, 'u-idle');
        const process = crashing(world.ports, { atCall, when });
        await reclaimNow({ number, mode: 'apply', caller: CALLER }, process.ports).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        isOver = process.calls() < atCall;
        if (candidateOf(world, 'u-idle').state === 'Awaiting User') expect(world.jira.mails).toHaveLength(1);
        await click(world, 'u-idle');
        expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
        expect(toldOf(world, 'u-idle')).toContain('notice-sent');
        expect(world.jira.removals).toEqual([]);
      }
    }
  });
});

describe('seats that wait', () => {
  test.each<[string, (world: World, profileId: string) => Promise<unknown>]>([
    [
      'reclaim was switched off',
      async ({ profiles }, id) => {
        const profile = await profiles.find(id);
        if (profile) await profiles.replace({ ...profile, reclaim: false });
      },
    ],
    [
      'nobody may act in the background',
      async ({ profiles }, id) => {
        const profile = await profiles.find(id);
        if (profile) await profiles.replace({ ...profile, reclaimOperator: null });
      },
    ],
    [
      'the rule is to be reviewed again',
      async ({ ports }, id) => {
        for (const rule of await ports.rules.list(id)) await ports.rules.save({ ...rule, review: null });
      },
    ],
  ])('go on waiting where %s', async (_name, hinder) => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    await hinder(world, profile.id);
    await pass(world, DAYS + 1);
    expect(world.jira.removals).toEqual([]);
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting User');
  });

  test('can be taken by one click once the time to answer is over', async () => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    const stored = await world.profiles.find(profile.id);
    if (stored) await world.profiles.replace({ ...stored, reclaimOperator: null });
    await pass(world, DAYS + 1);
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'removed', seatFreed: 'proven' });
  });

  test('people are asked anew when the question is long ago', async () => {
    const { world, profile } = await asking();
    await click(world, 'u-idle');
    const stored = await world.profiles.find(profile.id);
    if (stored) await world.profiles.replace({ ...stored, reclaimOperator: null });
    await pass(world, DAYS + 32);
    expect(await click(world, 'u-idle')).toMatchObject({ outcome: 'asked' });
    expect(world.jira.mails).toHaveLength(2);
    expect(world.jira.removals).toEqual([]);
  });
});

function refuse({ jira }: World, operation: string, code: FailureCode = 'jira-refused'): void {
  jira.failure = (called) => (called === operation ? new Failure(code, 'Jira refused (403).') : undefined);
}

test.each<[string, (world: World) => unknown, RegExp]>([
  ['they can’t open the work item', ({ jira }) => jira.blind.add('u-idle'), /can’t open LIC-1/],
  ['Jira does not answer', (world) => refuse(world, 'send', 'jira-unavailable'), /did not take the mail/],
])(
  'a decision stands though its mail can’t be sent because %s, and the candidate says so',
  async (_why, hinder, why) => {
    const { world } = await asking();
    await click(world, 'u-idle');
    const { number } = candidateOf(world, 'u-idle');
    ok(await answerNotice({ number, answer: 'keep', reason: '', caller: 'u-idle' }, world.ports));
    hinder(world);
    ok(await decideKeepRequest({ number, keep: true, keepDays: 90, note: '', caller: CALLER }, world.ports));
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Skipped');
    expect(candidateOf(world, 'u-idle').timeline.at(-1)?.text).toMatch(why);
    expect(toldOf(world, 'u-idle')).toContain('keep-decided');
  },
);

describe('a seat that was denied to somebody whom the app does not remove', () => {
  async function denied() {
    const { world } = await asking();
    await click(world, 'u-idle');
    const { number } = candidateOf(world, 'u-idle');
    ok(await answerNotice({ number, answer: 'keep', reason: '', caller: 'u-idle' }, world.ports));
    ok(await decideKeepRequest({ number, keep: false, keepDays: 1, note: '', caller: CALLER }, world.ports));
    world.jira.people.get('u-idle')?.groups.add('g-admins');
    await pass(world, 4);
    return { world, number };
  }
  const said = (world: World) =>
    candidateOf(world, 'u-idle').timeline.filter(({ text }) => text.startsWith('Not removed'));
  const told = (world: World) => toldOf(world, 'u-idle').filter((kind) => kind === 'reclaim-kept');

  test('says so once, and again when the reason changes or somebody asks', async () => {
    const { world, number } = await denied();
    expect([said(world).length, told(world).length]).toEqual([1, 1]);
    world.jira.people.get('u-idle')?.groups.delete('g-admins');
    Object.assign(world.jira.people.get('u-idle') ?? {}, { guest: true });
    await pass(world, 3);
    expect([said(world).length, told(world).length]).toEqual([2, 2]);
    ok(await reclaimNow({ number, mode: 'apply', caller: CALLER }, world.ports));
    expect([said(world).length, told(world).length]).toEqual([3, 3]);
    expect(candidateOf(world, 'u-idle').state).toBe('Awaiting Revocation');
  });

  test('can be closed: nothing was taken', async () => {
    const { world, number } = await denied();
    expect(closingsOf(candidateOf(world, 'u-idle'))).toContain('Closed Skipped');
    ok(await closeCandidate({ number, to: 'Closed Skipped', note: '', caller: CALLER }, world.ports));
    expect(candidateOf(world, 'u-idle').state).toBe('Closed Skipped');
  });

  test('can’t be closed as skipped once its removal has begun', async () => {
    const { world, number } = await denied();
    await world.candidates.replace({ ...candidateOf(world, 'u-idle'), groupsBefore: ['g-software'] });
    expect(closingsOf(candidateOf(world, 'u-idle'))).toEqual(['Closed Complete']);
    const closing = { number, to: 'Closed Skipped', note: '', caller: CALLER } as const;
    expect(await closeCandidate(closing, world.ports)).toMatchObject({ code: 'refused' });
  });
});
