import { checkExchanges } from '../site/jira/openapi-checker';
import { runMainJob, type MainJobResult } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, allSeats, asAdministrator, asPerson, onlyProfile, type Person } from './ask';
import { storedText } from './stored-text';

const WRITES = /^(POST|PUT|DELETE) .*\/group/;

describe('the main job of the deployable bundle', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  let result: MainJobResult;
  let profileId: string;

  beforeAll(async () => {
    site = await startSite({ source: { seats: 120, issues: 800, seed: 7 } });
    admin = asAdministrator(site);
    result = await runMainJob(site);
    profileId = await onlyProfile(admin);
  }, 180_000);

  afterAll(async () => {
    await site.stop();
  });

  it('finishes every run completely, in order', () => {
    expect(result.runs.map(({ kind, status }) => [kind, status])).toEqual([
      ['download', 'Complete'],
      ['activity', 'Complete'],
      ['evaluate', 'Complete'],
    ]);
  });

  it('shows the same numbers on the overview and in the list', async () => {
    const { overview } = result;
    const seats = await allSeats(admin, profileId);
    expect(seats).toHaveLength(overview.seats);
    for (const role of overview.byRole) {
      expect(role.active + role.inactive + role.unknown).toBe(role.seats);
      expect(seats.filter((seat) => seat.roleKey === role.roleKey)).toHaveLength(role.seats);
    }
    const candidates = await allCandidates(admin, profileId);
    expect(candidates).toHaveLength(overview.candidatesReady);
    expect(overview.activityBuckets.reduce((sum, bucket) => sum + bucket.seats, 0)).toBe(overview.seats);
  });

  it('writes nothing to Jira before somebody reclaims', () => {
    const writes = site.jira.traffic(0).filter(({ method, url }) => WRITES.test(`${method} ${url}`));
    expect(writes).toEqual([]);
  });

  it('stores account ids only: no name, no e-mail', () => {
    const stored = storedText(site.forge.kvs.dump(''));
    for (const { displayName, email } of site.jira.people(400)) {
      expect(stored).not.toContain(displayName);
      if (email !== null) expect(stored).not.toContain(email);
    }
  });

  it('logs neither account ids nor queries', () => {
    const logged = JSON.stringify(site.forge.logs());
    expect(logged).toContain('run finished');
    for (const { accountId } of site.jira.people(400)) expect(logged).not.toContain(accountId);
    expect(logged).not.toContain('updated >=');
  });

  it('refuses people who do not administer Jira, and stores nothing for them but that they tried to reclaim', async () => {
    const user = site.jira.people(400).find(({ access }) => access === 'user');
    const before = JSON.stringify(site.forge.kvs.dump(''));
    const outsider = asPerson(site, user?.accountId ?? '');
    const refused = async (operation: string) => {
      const answer = await outsider.envelope(operation as 'getOverview', {});
      const code = operation === 'nonsense' ? 'unknown-operation' : 'not-permitted';
      expect(answer).toMatchObject({ ok: false, error: { code } });
    };
    for (const operation of ['getOverview', 'listProfiles', 'nonsense']) await refused(operation);
    expect(JSON.stringify(site.forge.kvs.dump(''))).toBe(before);
    await refused('startReclaim');
    await refused('startReclaim');
    const { entries } = await admin.ask('listEvidence', { kind: 'reclaim-refused' });
    expect(entries.map(({ by }) => by)).toEqual([user?.accountId]);
  });

  it.each([
    ['getProfile', { profileId: 7 }],
    ['saveProfile', { displayName: 'x' }],
    ['readSubscriptionPart', { list: 'l', part: -1 }],
    ['reclaimNow', { number: '../RC0000001', mode: 'apply' }],
    ['startReclaim', { profileId: 'p', numbers: 'everybody', expectedCount: 1 }],
    ['getOverview', { more: true }],
  ] as const)('answers a malformed %s with its fields', async (operation, payload) => {
    const answer = await admin.envelope(operation, payload);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(answer.ok ? [] : answer.error.fields).not.toHaveLength(0);
  });

  it('sends only requests, and concludes only from answers, that Atlassian documents', () => {
    const document = process.env['JIRA_OPENAPI'];
    if (document === undefined) return; // .ci/run names the document
    expect(checkExchanges(document, site.jira.traffic(0))).toEqual([]);
  });
});
