import { DAY, MINUTE } from '../../../src/domain/instant';
import { splitAccount } from '../../../src/domain/seat-list/account-form';
import type { Ports } from '../../../src/ports/ports';
import { advanceRun } from '../../../src/usecases/advance-run';
import { startErasure } from '../../../src/usecases/privacy/erase-people';
import { startDueJobs } from '../../../src/usecases/start-due-jobs';
import { storedText } from '../../end-to-end/stored-text';
import { company, OPERATOR, publish } from '../../fakes/company';
import { interceptPorts } from '../../fakes/crashing';
import { deliverAll } from '../../fakes/deliver';
import { isThorough } from '../../fakes/thorough';
import { withRealStores } from '../../ports/privacy/writers';

const LEAVER = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';
/** What tells the account from others where ids are packed. */
const { rest: PACKED } = splitAccount(LEAVER);

/** The second daily job of a company that somebody leaves at its nth call; their erasure begins at that moment. */
async function leavesAt(atCall: number) {
  const { world, ports, kvs } = withRealStores(company());
  world.jira.addPerson(LEAVER, ['g-software', 'g-desk']);
  await publish(world);
  await deliverAll(world);
  world.clock.advance(DAY);
  await startDueJobs(ports);
  let calls = 0;
  const leave = async () => {
    world.jira.people.delete(LEAVER);
    const people = [...(await ports.people.pseudonymsOf([LEAVER])).values()];
    const run = await startErasure({ id: 'erase.1', people, requestedBy: OPERATOR }, ports);
    await advanceRun({ runId: run.id, step: run.step }, ports); // at the same moment, in another process
  };
  const watched: Ports = interceptPorts(ports, async (method) => {
    const answer = await method();
    calls += 1;
    if (calls === atCall) await leave();
    return answer;
  });
  await deliverAll(world, { portsOf: () => watched });
  const erasure = await ports.runs.find('erase.1');
  return { calls, erasure, text: storedText(kvs.dump('')), kinds: (await ports.runs.list({})).runs };
}

test('a job at work does not bring back who is erased meanwhile', async () => {
  const { calls, text } = await leavesAt(Infinity);
  for (const form of [LEAVER, PACKED]) expect(text).toContain(form);
  const everyNth = isThorough ? 1 : 2;
  for (let atCall = 1; atCall <= calls; atCall += everyNth) {
    const left = await leavesAt(atCall);
    const isLeft = [LEAVER, PACKED].some((form) => left.text.includes(form));
    expect({ atCall, isLeft, status: left.erasure?.status }).toEqual({ atCall, isLeft: false, status: 'Complete' });
    const unfinished = left.kinds.filter(({ status }) => status !== 'Complete');
    expect({ atCall, unfinished: unfinished.map(({ kind, summary }) => `${kind}: ${summary}`) }).toEqual({
      atCall,
      unfinished: [],
    });
  }
}, 120_000);

test('of two erasures the older one comes first, and jobs wait for both', async () => {
  const { world, ports } = withRealStores(company());
  await publish(world);
  await deliverAll(world);
  const start = (id: string) => startErasure({ id, people: [], requestedBy: null }, ports);
  const [older, newer] = [await start('erase.1'), await start('erase.2')];
  const statusOf = async (id: string) => (await ports.runs.find(id))?.status;
  await advanceRun({ runId: newer.id, step: newer.step }, ports);
  expect([await statusOf(older.id), await statusOf(newer.id)]).toEqual(['Queued', 'Waiting']);
  world.clock.advance(DAY);
  await startDueJobs(ports);
  const [refresh] = await ports.runs.listOpen().then((open) => open.filter(({ kind }) => kind === 'download'));
  if (!refresh) throw new Error('no download was started');
  await advanceRun({ runId: refresh.id, step: refresh.step }, ports);
  expect(await ports.runs.find(refresh.id)).toMatchObject({ status: 'Waiting', attempts: 0 });
  await deliverAll(world);
  expect(await statusOf(newer.id)).toBe('Complete');
  expect((await ports.runs.find(refresh.id))?.finishedAt).toBeGreaterThan(world.clock.now() - 10 * MINUTE);
});
