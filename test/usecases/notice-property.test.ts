import fc from 'fast-check';
import { firstBreak } from '../../src/domain/evidence';
import { DAY, utcDay } from '../../src/domain/instant';
import { isOpen, type RemovalCandidate } from '../../src/domain/removal-candidate';
import type { Ports } from '../../src/ports/ports';
import { answerNotice } from '../../src/usecases/answer-notice';
import { cancelOnActivity } from '../../src/usecases/cancel-on-activity';
import { decideKeepRequest } from '../../src/usecases/decide-keep-request';
import { reclaimNow } from '../../src/usecases/reclaim-now';
import { startDueJobs } from '../../src/usecases/start-due-jobs';
import { asking, DAYS } from '../fakes/asking';
import { killOnce } from '../fakes/crashing';
import { CALLER } from '../fakes/decided';
import { deliverAll } from '../fakes/deliver';
import { sha256, type World } from '../fakes/world';

const WHO = ['u-idle', 'u-idle-twice'] as const;
type Who = (typeof WHO)[number];
type Ask = (ports: Ports, candidate: RemovalCandidate) => Promise<unknown>;

/** What people do about one candidate. */
const ACTS = {
  reclaim: (ports, { number }) => reclaimNow({ number, mode: 'apply', caller: CALLER }, ports),
  keep: (ports, { number, accountId: caller }) => answerNotice({ number, answer: 'keep', reason: '', caller }, ports),
  release: (ports, { number, accountId: caller }) =>
    answerNotice({ number, answer: 'release', reason: '', caller }, ports),
  grant: (ports, { number }) => decideKeepRequest({ number, keep: true, keepDays: 5, note: '', caller: CALLER }, ports),
  deny: (ports, { number }) => decideKeepRequest({ number, keep: false, keepDays: 5, note: '', caller: CALLER }, ports),
  work: async (ports, { accountId }) => {
    const at = ports.clock.now();
    await ports.stamps.put({ day: utcDay(at), kind: 'issue-viewed', accountId, at, ref: 'A-1' });
    await cancelOnActivity({ accountId, kind: 'issue-viewed', at }, ports);
  },
} satisfies Record<string, Ask>;

interface Deed {
  readonly day: number;
  readonly who: Who;
  readonly act: keyof typeof ACTS;
}

/** Takes note of every removal that nobody agreed to. */
function watched({ ports, jira, clock, candidates }: World, worked: ReadonlySet<string>, wrong: string[]): Ports {
  const mayGo = ({ state, notice }: RemovalCandidate) =>
    state === 'Awaiting Revocation' &&
    notice !== null &&
    (notice.decision?.kind === 'denied' ||
      notice.answer?.kind === 'release' ||
      (notice.answer === null && notice.askedAt + DAYS * DAY <= clock.now()));
  const removeMember: Ports['groupWriter']['removeMember'] = (groupId, accountId, as) => {
    const own = candidates.all().filter((each) => each.accountId === accountId && isOpen(each.state));
    const wasMailed = jira.mails.some(({ to }) => to === accountId);
    if (!own.some(mayGo) || !wasMailed || worked.has(accountId)) wrong.push(`${accountId} left ${groupId}`);
    return ports.groupWriter.removeMember(groupId, accountId, as);
  };
  const addMember: Ports['groupWriter']['addMember'] = (...args) => ports.groupWriter.addMember(...args);
  return { ...ports, groupWriter: { removeMember, addMember } };
}

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: DAYS + 4 }),
    who: fc.constantFrom(...WHO),
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constant('reclaim' as const) },
      { weight: 4, arbitrary: fc.constantFrom('keep', 'release', 'grant', 'deny') },
      { weight: 1, arbitrary: fc.constant('work' as const) },
    ),
  }),
  { minLength: 2, maxLength: 12 },
);

test('whatever people say and whenever a process dies, nobody leaves who was not asked, or said no, or has worked', async () => {
  const seen = { removed: 0, stayed: 0 };
  const kill = fc.record({ atCall: fc.integer({ min: 1, max: 900 }), when: fc.constantFrom('before', 'after') });
  await fc.assert(
    fc.asyncProperty(deeds, kill, async (planned, killed) => {
      const { world } = await asking();
      const wrong: string[] = [];
      const worked = new Set<string>();
      const killer = killOnce(watched(world, worked, wrong), killed);
      for (let day = 0; day <= DAYS + 5; day += 1) {
        for (const { who, act } of planned.filter((deed) => deed.day === day)) {
          if (act === 'work') worked.add(who);
          for (const candidate of world.candidates.all().filter(({ accountId }) => accountId === who))
            await ACTS[act](watched(world, worked, wrong), candidate);
        }
        world.clock.advance(DAY);
        await startDueJobs(world.ports);
        await deliverAll(world, { portsOf: killer.portsOf });
      }
      expect(wrong).toEqual([]);
      expect(firstBreak(world.evidence.all(), sha256)).toBeUndefined();
      for (const { state, number } of world.candidates.all()) {
        const told = world.evidence
          .all()
          .filter(({ kind, candidate }) => kind === 'reclaim-done' && candidate === number);
        expect(told).toHaveLength(state === 'Closed Complete' ? 1 : 0);
        if (state === 'Closed Complete') seen.removed += 1;
        else seen.stayed += 1;
      }
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.removed, seen.stayed)).toBeGreaterThan(20);
}, 120_000);
