import '../fakes/property-seed';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { isThorough } from '../fakes/thorough';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { startSites } from '../site/sites';
import { allCandidates, asAdministrator, asPerson, confirmRules, liftLimits, onlyProfile } from './ask';
import { idsIn, withoutMoments } from './without-moments';
import { NEIGHBOR, SIZE } from './two-customers';

const START_MS = 180_000;
const RUNS = isThorough ? 20 : 2;
const OTHERS_ADMINISTRATORS = [1, 0] as const;

let folder: string;
/** Account ids of the first administrators of both sites; only the first site's has an account on the other. */
let administrators: readonly string[];
/** People who have accounts on both sites. */
let people: readonly string[];
/** Identifiers that were there before. */
let known: ReadonlySet<string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'two-customers-'));
  const sites = await startSites({ sites: 2, source: SIZE, size: SIZE, state: join(folder, 'ready') });
  for (const site of sites) {
    await runMainJob(site);
    const admin = asAdministrator(site);
    const profileId = await onlyProfile(admin);
    await liftLimits(admin, profileId);
    await confirmRules(admin, profileId);
  }
  administrators = sites.map((site) => asAdministrator(site).accountId);
  people = (sites[0]?.jira.people(100) ?? []).flatMap(({ accountId, access }) =>
    access === 'user' ? [accountId] : [],
  );
  await Promise.all(sites.map((site) => site.stop()));
  known = idsIn(
    ['site.json', 'site-2/site.json'].map((file) => readFileSync(join(folder, 'ready', file), 'utf8')).join(),
  );
}, START_MS);
afterAll(() => rmSync(folder, { recursive: true }));

/** What customers do, by name; `n` chooses whom it is about. Answers what they get to see. */
const DEEDS = {
  'somebody views a work item': ({ site }, n) =>
    site.control('POST', '/event', { eventType: 'avi:jira:viewed:issue', by: people[n % people.length] }),
  'an administrator looks': async ({ admin, profileId }) => [
    await admin.envelope('getOverview', {}),
    await admin.envelope('listEvidence', {}),
    await allCandidates(admin, profileId),
  ],
  'an administrator of the other site looks': ({ site, number }) => {
    const other = administrators[OTHERS_ADMINISTRATORS[number]] ?? '';
    return site.jira.accountOf(other) === undefined ? [] : asPerson(site, other).envelope('listProfiles', {});
  },
  'views are switched off or on': async ({ admin }) => {
    const { countViews, revision } = await admin.ask('getActivitySettings', {});
    return admin.envelope('saveActivitySettings', { countViews: !countViews, revision });
  },
  'a seat is taken back': async ({ admin, profileId }, n) => {
    const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
    const chosen = ready[n % Math.max(1, ready.length)];
    return chosen && admin.envelope('reclaimNow', { number: chosen.number, mode: 'apply' });
  },
  'an hour passes': ({ site }) => site.control('POST', '/clock', { advance: '1h' }),
  'a day passes': ({ site }) => site.control('POST', '/clock', { advance: '24h' }),
} satisfies Record<string, (customer: Customer, n: number) => unknown>;

interface Customer {
  readonly number: 0 | 1;
  readonly site: RunningSite;
  readonly admin: ReturnType<typeof asAdministrator>;
  readonly profileId: string;
  readonly answers: unknown[];
}

interface Step {
  readonly customer: 0 | 1;
  readonly deed: keyof typeof DEEDS;
  readonly n: number;
}
const deeds = fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[]));
const steps = fc.array(fc.record({ customer: fc.constantFrom(0, 1), deed: deeds, n: fc.nat(20) }), {
  minLength: 6,
  maxLength: 10,
});

async function customer(site: RunningSite, number: 0 | 1): Promise<Customer> {
  const admin = asAdministrator(site);
  return { number, site, admin, profileId: await onlyProfile(admin), answers: [] };
}

/** Does it all in this order; answers what is left of each customer, and stops their sites. */
async function lived(sites: readonly RunningSite[], numbers: readonly (0 | 1)[], done: readonly Step[]) {
  try {
    // One call at a time: which of several processes takes a call would decide what it knows already.
    const customers: Customer[] = [];
    for (const [index, site] of sites.entries()) customers.push(await customer(site, numbers[index] ?? 0));
    for (const { customer: number, deed, n } of done) {
      const who = customers.find((each) => each.number === number);
      if (who) who.answers.push([deed, await DEEDS[deed](who, n)]);
    }
    return customers.map((each) => ({ remains: remains(each), requests: requests(each) }));
  } finally {
    await Promise.all(sites.map((site) => site.stop()));
  }
}

/** Everything that a customer could see, but for the moments at which things happened. */
function remains({ site, answers }: Customer) {
  const { jira: calls, queue, functions, logLines } = site.meters.read();
  const counted = Object.entries(functions).map(([key, { invocations, errors }]) => [key, invocations, errors]);
  // The points of an hour are one pool for all sites of the app.
  const jira = { ...(site.jira.snapshot() as object), points: null };
  const traffic = site.jira.traffic(0).map(({ principal, method, url, status }) => [principal, method, url, status]);
  const logs = site.forge.logs().map(({ functionKey, text }) => [functionKey, text]);
  const meters = { calls, queue, counted, logLines };
  const parts = { answers, store: site.forge.kvs.dump(''), jira, traffic, logs, meters };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, withoutMoments(part, known)]));
}

/** Requests to the store. How many there are depends a little on which of several processes took an event, and what that one knew. */
function requests({ site }: Customer): number {
  const { reads, writes } = site.meters.read().kvs;
  return reads + writes;
}

test(
  'two customers in one process, in any order, each leave and see what they would alone',
  async () => {
    let cases = 0;
    const copy = () => {
      cases += 1;
      const state = join(folder, `copy-${cases}`);
      cpSync(join(folder, 'ready'), state, { recursive: true });
      return state;
    };
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const state = copy();
        const both = await lived(await startSites({ sites: 2, source: SIZE, size: SIZE, state }), [0, 1], done);
        const alone = [
          ...(await lived([await startSite({ source: SIZE, state: copy() })], [0], done)),
          ...(await lived([await startSite({ source: NEIGHBOR, state: join(copy(), 'site-2') })], [1], done)),
        ];
        expect(both.map((each) => each.remains)).toEqual(alone.map((each) => each.remains));
        for (const [n, each] of both.entries()) expect(each.requests / (alone[n]?.requests ?? 0)).toBeCloseTo(1, 1);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
  10 * START_MS,
);
