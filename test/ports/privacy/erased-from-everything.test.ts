import fc from 'fast-check';
import '../../fakes/property-seed';
import { AREAS } from '../../../src/adapters/store/personal-data/areas';
import { firstBreak } from '../../../src/domain/evidence';
import { splitAccount } from '../../../src/domain/seat-list/account-form';
import type { Ports } from '../../../src/ports/ports';
import { startErasure } from '../../../src/usecases/privacy/erase-people';
import { storedText } from '../../end-to-end/stored-text';
import { killOnce, STRIDE, type Kill } from '../../fakes/crashing';
import { deliverAll } from '../../fakes/deliver';
import { sha256 } from '../../fakes/world';
import { withRealStores, sequence, WRITERS } from './writers';

const LEAVER = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';
const COLLEAGUE = '5b10a2844c20165700ede21a';
const PEOPLE = [LEAVER, COLLEAGUE, '712020:0e1a9d5b-7d8e-4b8e-9f53-6a3f0a6f9a11'];
const EVERYTHING = Object.keys(WRITERS);

type Site = ReturnType<typeof withRealStores>;

async function write(steps: readonly { writer: string; who: string; by: string; n: number }[], { ports }: Site) {
  for (const { writer, ...about } of steps) await WRITERS[writer]?.(about, ports);
}

/** One record of each kind about each of two people, by the other. */
const everyKind = EVERYTHING.flatMap((writer) => [
  { writer, who: LEAVER, by: COLLEAGUE, n: 1 },
  { writer, who: COLLEAGUE, by: LEAVER, n: 2 },
]);

async function erase({ ports, world }: Site, portsOf: () => Ports = () => ports): Promise<void> {
  const people = [...(await ports.people.pseudonymsOf([LEAVER])).values()];
  await startErasure({ id: 'erase.1', people, requestedBy: COLLEAGUE }, ports);
  await deliverAll(world, { portsOf });
}

/** Whatever is stored, logged or exported of this person, and whether the log is whole. */
async function tracesOf(accountId: string, { kvs, ports, world }: Site) {
  const { sequence: last } = await ports.evidence.readHead();
  const entries = await ports.evidence.read(1, last);
  const everywhere = [storedText(kvs.dump('')), JSON.stringify(world.log.lines), JSON.stringify(entries)];
  const forms = [accountId, splitAccount(accountId).rest];
  const found = everywhere.flatMap((text) => forms.flatMap((form) => around(text, form)));
  return { found, broken: firstBreak(entries, sha256), isEnded: (await ports.runs.listOpen()).length === 0 };
}

/** What stands before each mention. */
const around = (text: string, form: string): string[] =>
  text
    .split(form)
    .slice(0, -1)
    .map((before) => before.slice(-80));

const NOTHING = { found: [], broken: undefined, isEnded: true };

test('whatever was recorded of people, in whatever order, nothing is left of one who is erased', async () => {
  await fc.assert(
    fc.asyncProperty(sequence(PEOPLE, 40), async (steps) => {
      const site = withRealStores();
      await write(steps, site);
      await erase(site);
      expect(await tracesOf(LEAVER, site)).toEqual(NOTHING);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('of every kind of record nothing is left of whom it is about, nor of who wrote it', async () => {
  const site = withRealStores();
  await write(everyKind, site);
  expect((await tracesOf(LEAVER, site)).found.length).toBeGreaterThan(EVERYTHING.length);
  await erase(site);
  expect(await tracesOf(LEAVER, site)).toEqual(NOTHING);
  expect((await tracesOf(COLLEAGUE, site)).found).not.toEqual([]);
});

test('what people wrote goes with them, and what was written about them; other notes stay', async () => {
  const site = withRealStores();
  const { candidates, reclaimRequests } = site.ports;
  await write(everyKind, site);
  await erase(site);
  const notesOf = async (number: string) =>
    ((await candidates.find(number))?.timeline ?? []).filter(({ isNote }) => isNote).map(({ text }) => text);
  expect(await notesOf('RC0000001')).toEqual(['', '']);
  const [byLeaver, byColleague] = await notesOf('RC0000002');
  expect(byLeaver).toBe('');
  expect(byColleague).toMatch(/^person-\w+ wrote that 5b10a2844c20165700ede21a .* is on leave$/);
  expect((await reclaimRequests.find('p-1')).requests[0]?.decision).toMatchObject({ kind: 'declined', note: '' });
});

test('every kind of stored values that names people is tried', async () => {
  const site = withRealStores();
  await write(everyKind, site);
  const { plain, entities } = site.kvs.dump('') as { plain: object; entities: Record<string, object> };
  const untried = AREAS.filter(({ prefix, entity }) => {
    const stored = Object.entries(entity === undefined ? plain : (entities[entity] ?? {}));
    const named = stored.filter(([key]) => key.startsWith(prefix)).map(storedText);
    const isNamed = (id: string) =>
      named.some((text) => [id, splitAccount(id).rest].some((form) => text.includes(form)));
    return ![LEAVER, COLLEAGUE].some(isNamed);
  });
  expect(untried.map(({ prefix, entity }) => `${entity ?? ''} ${prefix}`)).toEqual([]);
});

test.each(['before', 'after'] as const)(
  'a process killed %s any of its calls leaves nothing for good',
  async (when) => {
    const first = withRealStores();
    await write(everyKind, first);
    const undisturbed = killOnce(first.ports, { atCall: Infinity, when });
    await erase(first, undisturbed.portsOf);
    const calls = undisturbed.calls();
    expect(calls).toBeGreaterThan(40);
    for (let atCall = 1; atCall <= calls; atCall += STRIDE[when]) {
      const kill: Kill = { atCall, when };
      const site = withRealStores();
      await write(everyKind, site);
      await erase(site, killOnce(site.ports, kill).portsOf);
      expect({ atCall, ...(await tracesOf(LEAVER, site)) }).toEqual({ atCall, ...NOTHING });
      const entries = await site.ports.evidence.list({ kind: 'person-erased' });
      expect({ atCall, told: entries.entries.length }).toEqual({ atCall, told: 1 });
    }
  },
  120_000,
);
