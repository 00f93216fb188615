import type { ExclusionTarget } from '../../src/shared/contract';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, allSeats, asAdministrator, asPerson, confirmRules, onlyProfile, type Person } from './ask';

/** The first start after a change bundles the app. */
const START_MS = 180_000;

describe('exclusions on the deployable bundle', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  let profileId: string;
  beforeEach(async () => {
    site = await startSite({ source: { seats: 60, issues: 300, seed: 5 } });
    admin = asAdministrator(site);
    await runMainJob(site);
    profileId = await onlyProfile(admin);
  }, START_MS);
  afterEach(async () => {
    await site.stop();
  });

  async function evaluate(): Promise<void> {
    await admin.ask('runJobNow', { jobId: `${profileId}.evaluate` });
    await site.forge.drain();
  }

  const exclude = (target: ExclusionTarget) => admin.ask('saveExclusion', { target, active: true });

  it('keeps a person: refused at once, out of the numbers and skipped at the next evaluation', async () => {
    const [candidate] = await allCandidates(admin, profileId);
    const { number = '', accountId = '' } = candidate ?? {};
    const before = await admin.ask('getOverview', {});
    await confirmRules(admin, profileId);
    await exclude({ kind: 'user', accountId });
    const result = await admin.ask('reclaimNow', { number, mode: 'apply' });
    expect(result).toMatchObject({ outcome: 'kept' });
    expect(result.notes.join(' ')).toContain('exclusion rule');

    await evaluate();
    expect((await admin.ask('getCandidate', { number })).state).toBe('Closed Skipped');
    const after = await admin.ask('getOverview', {});
    const own = (await allSeats(admin, profileId)).filter((seat) => seat.accountId === accountId);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ excludedBy }) => excludedBy === 'user')).toBe(true);
    expect(after.seats).toBe(before.seats - own.length);
    expect(after.savings.amount).toBeLessThan(before.savings.amount);
    expect(after.byRole.reduce((sum, role) => sum + role.excluded, 0)).toBe(own.length);
    expect(after.activityBuckets.reduce((sum, bucket) => sum + bucket.seats, 0)).toBe(after.seats);
    const writes = site.jira.traffic(0).filter(({ method, url }) => method === 'DELETE' && url.includes('/group'));
    expect(writes).toEqual([]);
  });

  it('keeps an application, whose seats stay listed', async () => {
    const { byRole } = await admin.ask('getOverview', {});
    const role = [...byRole].sort((a, b) => b.candidates - a.candidates)[0];
    if (!role) throw new Error('no application is counted');
    const rule = await exclude({ kind: 'identifier', roleKey: role.roleKey });
    await evaluate();
    const seats = (await allSeats(admin, profileId)).filter(({ roleKey }) => roleKey === role.roleKey);
    expect(seats).toHaveLength(role.seats);
    expect(seats.every(({ excludedBy }) => excludedBy === 'identifier')).toBe(true);
    const open = (await allCandidates(admin, profileId)).filter(
      ({ roleKey, state }) => roleKey === role.roleKey && !state.startsWith('Closed'),
    );
    expect(open).toEqual([]);
    const counted = async () =>
      (await admin.ask('getOverview', {})).byRole.find(({ roleKey }) => roleKey === role.roleKey);
    expect(await counted()).toMatchObject({ seats: 0, candidates: 0, excluded: role.seats, savings: { amount: 0 } });

    await admin.ask('deleteExclusion', { ruleId: rule.id, revision: rule.revision });
    await evaluate();
    expect(await counted()).toEqual(role);
  });

  it('takes entered costs and names over everywhere', async () => {
    const { byRole, savings } = await admin.ask('getOverview', {});
    expect(savings.source).toBe('estimate');
    const { models } = await admin.ask('listSoftwareModels', {});
    expect(models.map(({ roleKey, subscriptions }) => [roleKey, subscriptions]).sort()).toEqual(
      byRole.map(({ roleKey, seats }) => [roleKey, seats]).sort(),
    );
    for (const { roleKey, revision } of models) {
      const unitCost = { amount: 2.5, currency: 'EUR' };
      await admin.ask('saveSoftwareModel', { roleKey, revision, name: `Our ${roleKey}`, unitCost });
    }
    const after = await admin.ask('getOverview', {});
    const candidates = byRole.reduce((sum, role) => sum + role.candidates, 0);
    expect(after.savings).toEqual({ amount: candidates * 2.5, currency: 'EUR', source: 'entered' });
    expect(after.byRole.every(({ roleKey, name }) => name === `Our ${roleKey}`)).toBe(true);
    const table = await admin.ask('getSubscriptionTable', { profileId });
    expect(table?.roles.every(({ key, name }) => name === `Our ${key}`)).toBe(true);
    const [candidate] = await allCandidates(admin, profileId);
    const { potentialSavings } = await admin.ask('getCandidate', { number: candidate?.number ?? '' });
    expect(potentialSavings).toEqual({ amount: 2.5, currency: 'EUR', source: 'entered' });
    const { roleKey = '', revision = 0 } = models[0] ?? {};
    expect(await admin.envelope('saveSoftwareModel', { roleKey, revision, name: null, unitCost: null })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('is changed by integrators only, one after the other, on record', async () => {
    const user = site.jira.people(400).find(({ access }) => access === 'user')?.accountId ?? '';
    const target = { kind: 'user', accountId: user } as const;
    const outsider = asPerson(site, user);
    expect(await outsider.envelope('saveExclusion', { target, active: true })).toMatchObject({
      error: { code: 'not-permitted' },
    });
    const rule = await exclude(target);
    expect(rule).toMatchObject({ revision: 1, createdBy: admin.accountId });
    expect(await admin.envelope('saveExclusion', { target, active: false, revision: 7 })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await admin.envelope('saveExclusion', { target: { kind: 'everybody' }, active: true })).toMatchObject({
      error: { code: 'bad-input' },
    });
    const { entries } = await admin.ask('listEvidence', {});
    expect(entries[0]).toMatchObject({ kind: 'exclusion-saved', by: admin.accountId, subject: user });
  });
});
