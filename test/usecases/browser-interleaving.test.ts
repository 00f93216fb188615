import fc from 'fast-check';
import { DAY, MINUTE, SECOND } from '../../src/domain/instant';
import type { IntegrationProfile } from '../../src/domain/integration-profile';
import { isFailure } from '../../src/ports/failures';
import type { Ports } from '../../src/ports/ports';
import { advanceRun } from '../../src/usecases/advance-run';
import { wakeStalledRuns } from '../../src/usecases/wake-stalled-runs';
import { OPERATOR, publish, SELECTION } from '../fakes/company';
import { crashing, interceptPorts, Killed } from '../fakes/crashing';
import { deliverAll } from '../fakes/deliver';
import { FakeBrowser } from '../fakes/fake-browser';
import { FakeDirectory } from '../fakes/fake-directory';
import { subscriptions } from '../fakes/final-state';
import { GROUPS, membershipsNow, movePerson, movingCompany, type Memberships, type Move } from '../fakes/moving-people';
import type { World } from '../fakes/world';

const MOVERS = Array.from({ length: 8 }, (_, n) => `u-mover-${n}`);

/** What a browser does next. Each may be cut off at a call of the app’s ports, as when its function is killed. */
type Act =
  | { readonly kind: 'claim' | 'hand-in-again' | 'ask' | 'release' }
  | { readonly kind: 'read-and-hand-in' | 'hand-in-late'; readonly pages: number }
  | { readonly kind: 'be-silent'; readonly seconds: number };

interface Script {
  readonly who: string;
  readonly acts: readonly { readonly act: Act; readonly killedAt: number | null }[];
}

type Pause = () => Promise<void>;

/** A function of the platform that dies takes its work with it; the browser is told nothing. */
async function survive(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof Killed || isFailure(error) || /^refused/.test((error as Error).message);
    if (!isExpected) throw error;
  }
}

/** Hands in the first pages of what it was to read, at once or late. */
async function readAndHandIn(
  browser: FakeBrowser,
  { kind, pages: most }: Extract<Act, { pages: number }>,
  { pause, ports }: { pause: Pause; ports: Ports },
): Promise<void> {
  const pages = (await browser.read(pause)).slice(0, most);
  for (let n = 0; kind === 'hand-in-late' && n < 5; n += 1) await pause();
  await browser.handIn(pages, ports);
}

/** One tab of one administrator: it claims, reads, hands in, is slow, repeats itself and vanishes. */
async function browse(world: World, profileId: string, { who, acts }: Script, pause: Pause, ports: Ports) {
  const browser = new FakeBrowser(world, who, 4);
  for (const { act, killedAt } of acts) {
    await pause();
    const own = killedAt === null ? ports : crashing(ports, { atCall: killedAt, when: 'after' }).ports;
    await survive(async () => {
      if (act.kind === 'be-silent') world.clock.advance(act.seconds * SECOND);
      else if (act.kind === 'claim') await browser.claim(profileId, own);
      else if (!browser.reading) return;
      else if (act.kind === 'ask') await browser.handIn([], own);
      else if (act.kind === 'release') await browser.release(own);
      else if ('pages' in act) await readAndHandIn(browser, act, { pause, ports: own });
      else await Promise.all([1, 2].map(() => browser.handIn(browser.last, own)));
    });
  }
}

/** The job queue of one profile: message after message; some functions are killed and their message comes again. */
async function work(world: World, kills: readonly number[], pause: Pause, ports: Ports): Promise<void> {
  for (const atCall of kills) {
    await pause();
    const due = world.queue.waiting.filter(({ deliverAt }) => deliverAt <= world.clock.now());
    const [next] = due.sort((a, b) => a.deliverAt - b.deliverAt);
    if (!next) continue;
    world.queue.take(next);
    const again = (seconds: number) =>
      world.queue.waiting.push({ ...next, deliverAt: world.clock.now() + seconds * SECOND });
    try {
      const own = crashing(ports, { atCall, when: atCall % 2 === 0 ? 'before' : 'after' }).ports;
      const delivery = await advanceRun(next.message, own);
      if (delivery.kind === 'again') again(delivery.afterSeconds);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      again(0);
    }
  }
}

async function move(world: World, moves: readonly Move[], history: Memberships, audited: boolean, pause: Pause) {
  for (const each of moves) {
    for (let n = 0; n < 4; n += 1) await pause();
    movePerson(world, each, audited, history);
  }
}

/** Everybody has gone; what is left is done by the queue and, where its chain broke, by the watchdog. */
async function finishAlone(world: World, ports: Ports): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await deliverAll(world, { portsOf: () => ports });
    world.clock.advance(21 * MINUTE);
    await wakeStalledRuns(ports);
  }
  await deliverAll(world, { portsOf: () => ports });
}

/** Every group of the list was so at some moment of the run, or the run says why not and there is no list. */
async function expectExact(world: World, profile: IntegrationProfile, history: Memberships): Promise<string> {
  const run = await world.runs.findLatest(profile.id, 'download');
  const list = await subscriptions(world, profile.id);
  if (run?.status !== 'Complete') {
    expect(run).toMatchObject({ status: 'Failed', summary: expect.stringContaining('did not add up') as string });
    expect(list).toBeUndefined();
    return 'refused';
  }
  for (const groupId of GROUPS.filter((id) => SELECTION.includes(id))) {
    const rows = list?.rows.filter((row) => row.groupIds.includes(groupId)).map((row) => row.accountId) ?? [];
    expect(history.get(groupId)).toContain(rows.sort().join(' '));
  }
  return String(run.summary.includes('Through the administrator’s browser'));
}

const plain = fc
  .constantFrom<('claim' | 'hand-in-again' | 'ask' | 'release')[]>('claim', 'hand-in-again', 'ask', 'release')
  .map((kind): Act => ({ kind }));
const handing = fc.record({
  kind: fc.constantFrom('read-and-hand-in' as const, 'read-and-hand-in' as const, 'hand-in-late' as const),
  pages: fc.integer({ min: 1, max: 12 }),
});
const silence = fc.integer({ min: 1, max: 200 }).map((seconds): Act => ({ kind: 'be-silent', seconds }));
const killedAt = fc.option(fc.integer({ min: 1, max: 12 }), { freq: 5 });
const step = fc.record({
  act: fc.oneof({ weight: 4, arbitrary: handing }, { weight: 3, arbitrary: plain }, { weight: 1, arbitrary: silence }),
  killedAt,
});
const script = (who: string): fc.Arbitrary<Script> =>
  fc
    .array(step, { maxLength: 16 })
    .map((acts) => ({ who, acts: [{ act: { kind: 'claim' }, killedAt: null }, ...acts] }));
const kills = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 14 });
const anyMove = fc.record({ who: fc.constantFrom(...MOVERS), groupId: fc.constantFrom(...GROUPS) });

test.each([
  ['with an audit log', true, fc.array(anyMove, { maxLength: 5 })],
  // Without one nothing tells that somebody left and came back between two looks: here nobody does.
  ['without', false, fc.uniqueArray(anyMove, { maxLength: 4, selector: ({ who, groupId }) => `${who} ${groupId}` })],
] as const)(
  'whatever browsers, bursts and people do at once, a list is exact or there is none: %s',
  async (_name, audited, moves) => {
    const seen = new Set<string>();
    const scripts = fc.tuple(script(OPERATOR), script(OPERATOR), script('u-other'));
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), scripts, kills, moves, async (scheduler, tabs, killed, moving) => {
        const world = movingCompany(MOVERS, (who) => ['a', 'b', 'c'].map((more) => `${who}-${more}`));
        if (!audited) world.jira.directoryLog = null;
        const profile = await publish(world);
        const plainPorts = { ...world.ports, directory: new FakeDirectory(world.jira, 4) };
        const pause = () => scheduler.schedule(Promise.resolve());
        const ports = interceptPorts(plainPorts, async (call) => {
          await pause();
          return call();
        });
        const history = membershipsNow(world);
        await scheduler.waitFor(
          Promise.all([
            ...tabs.map((tab) => browse(world, profile.id, tab, pause, ports)),
            work(world, killed, pause, ports),
            move(world, moving, history, audited, pause),
          ]),
        );
        await finishAlone(world, plainPorts);
        const outcome = await expectExact(world, profile, history);
        seen.add(outcome);
        if (moving.length === 0) expect(outcome).not.toBe('refused');
        expect(world.clock.now()).toBeLessThan((profile.publishedAt ?? 0) + DAY);
      }),
      { numRuns: 120 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['true', 'false']));
  },
);
