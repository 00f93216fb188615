import { runMainJob, type MainJobResult } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile, type Person } from './ask';

const SOURCE = { seats: 60, issues: 300, seed: 5 };

async function calmJob(): Promise<MainJobResult> {
  const site = await startSite({ source: SOURCE });
  const result = await runMainJob(site);
  await site.stop();
  return result;
}

describe('when things go wrong', () => {
  let site: RunningSite;
  let admin: Person;
  let profileId: string;
  beforeEach(async () => {
    site = await startSite({ source: SOURCE });
    admin = asAdministrator(site);
  });
  afterEach(async () => {
    await site.stop();
  });

  /** What the main job comes to when nothing goes wrong. */
  let undisturbed: MainJobResult;
  beforeAll(async () => {
    undisturbed = await calmJob();
  });

  async function runSubscriptions() {
    profileId = await onlyProfile(admin);
    const run = await admin.ask('runJobNow', { jobId: `${profileId}.download` });
    await site.forge.drain();
    return admin.ask('getJobRun', { runId: run.id });
  }

  it('stops at an answer that does not fit its schema and keeps what was shown', async () => {
    await runMainJob(site);
    const before = await allSeats(admin, await onlyProfile(admin));
    await site.control('POST', '/faults', {
      match: { path: '/group/member' },
      then: { status: 200, body: { people: [] } },
    });
    const run = await runSubscriptions();
    expect(run.status).toBe('Failed');
    expect(run.summary).toContain('GET /rest/api/3/group/member');
    expect(await allSeats(admin, profileId)).toEqual(before);
  });

  it('waits for the next hour when the hourly points are spent, and goes on', async () => {
    await runMainJob(site);
    await site.control('POST', '/faults', {
      match: { path: '/group/member', nth: 2 },
      then: { status: 429, headers: { 'retry-after': '1800', 'ratelimit-reason': 'jira-quota-global-based' } },
    });
    const run = await runSubscriptions();
    expect(run.status).toBe('Complete');
  });

  it.each(['set', 'transaction'] as const)('survives a process that dies at a %s of the store', async (kvs) => {
    await site.control('POST', '/faults', { match: { kvs, nth: 9 }, then: { killFunction: 'after' } });
    const result = await runMainJob(site).catch(() => runMainJob(site)); // a step of a person at the page is tried again
    expect(result.overview.byRole).toEqual(undisturbed.overview.byRole);
  });

  it('works the same when every message is delivered twice', async () => {
    await site.control('POST', '/faults', { match: { queue: 'push' }, then: {}, duplicate: true });
    const result = await runMainJob(site);
    expect(result.overview.byRole).toEqual(undisturbed.overview.byRole);
    expect(result.overview.candidatesReady).toBe(undisturbed.overview.candidatesReady);
  });

  it('calls nobody inactive while Jira refuses the audit log, says what to do, and makes up for it', async () => {
    await site.control('POST', '/faults', { match: { path: '/auditing/record' }, then: { status: 403, body: {} } });
    const { overview } = await runMainJob(site);
    expect(overview).toMatchObject({ inactive: 0, candidatesReady: 0 });
    expect(overview.health.state).toBe('incomplete');
    expect(overview.health.notes.join()).toMatch(/refused the audit log.*nobody is called inactive.*Administer Jira/);
    profileId = await onlyProfile(admin);
    const { validation } = await admin.ask('validateConnection', { profileId });
    expect(validation?.probes.find(({ name }) => name === 'Audit log')?.text).toMatch(/nobody is called inactive/);
    const silent = (await allSeats(admin, profileId)).filter(({ activity }) => activity.kind !== 'seen');
    expect(new Set(silent.map(({ activity }) => activity.kind))).toEqual(new Set(['unknown']));

    await site.control('DELETE', '/faults');
    await site.control('POST', '/clock', { advance: '26h' });
    const after = await admin.ask('getOverview', {});
    expect(after.health.notes.join()).not.toMatch(/audit log/);
    expect(after.candidatesReady).toBeGreaterThan(0);
  });

  it('refreshes daily by itself, and finds yesterday’s work cheaply', async () => {
    await runMainJob(site);
    profileId = await onlyProfile(admin);
    const first = await admin.ask('listJobRuns', { profileId });
    await site.control('POST', '/clock', { advance: '26h' });
    const { runs } = await admin.ask('listJobRuns', { profileId });
    expect(runs.length).toBe(first.runs.length + 3);
    const [activity] = runs.filter(({ kind }) => kind === 'activity');
    const [before] = first.runs.filter(({ kind }) => kind === 'activity');
    expect(activity?.points).toBeLessThan((before?.points ?? 0) / 2);
  });
});
