import type { RunView } from '../../src/shared/contract';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { asAdministrator, asPerson, onlyProfile, type Person } from './ask';

let site: RunningSite;
let admin: Person & { accountId: string };
let profileId: string;

/** A site on which the main job ran, with whatever was set before. */
async function start(seats: number, before: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  site = await startSite({ source: { seats, issues: 60, seed: 3 } });
  admin = asAdministrator(site);
  await before();
  await runMainJob(site);
  profileId = await onlyProfile(admin);
}
afterEach(async () => {
  await site.stop();
});

const advance = (time: string) => site.control('POST', '/clock', { advance: time });

async function downloads(): Promise<RunView[]> {
  const { runs } = await admin.ask('listJobRuns', { profileId });
  return runs.filter(({ kind }) => kind === 'download');
}

describe('the point budget', () => {
  it('holds jobs back, is shown with what was spent, and is on record', async () => {
    await start(800, () => admin.ask('savePointBudget', { budgetPoints: 1_000, revision: 0 }));
    const [download] = await downloads();
    expect(download).toMatchObject({ status: 'Complete' });
    expect(download?.points).toBeGreaterThan(1_600);
    const took = Date.parse(download?.finishedAt ?? '') - Date.parse(download?.createdAt ?? '');
    expect(took).toBeGreaterThan(3_600_000);
    expect(await admin.ask('previewPublish', { profileId })).toMatchObject({ hourlyBudget: 1_000 });

    const budget = await admin.ask('getPointBudget', {});
    expect(budget).toMatchObject({ budgetPoints: 1_000, revision: 1, minimum: 1_000, maximum: 60_000 });
    expect(budget.spentThisHour).toBeGreaterThan(0);
    expect(budget.spentThisHour).toBeLessThanOrEqual(1_000);
    expect(new Date(budget.resetsAt).getUTCMinutes()).toBe(0);

    const stale = await admin.envelope('savePointBudget', { budgetPoints: 9_000, revision: 0 });
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const tooMuch = await admin.envelope('savePointBudget', { budgetPoints: 65_000, revision: 1 });
    expect(tooMuch).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    const { entries } = await admin.ask('listEvidence', {});
    expect(entries.find(({ kind }) => kind === 'point-budget-saved')).toMatchObject({ by: admin.accountId });
  });

  it('is changed by integrators only', async () => {
    await start(30);
    const [other = ''] = site.jira
      .people(400)
      .filter(({ access }) => access === 'user')
      .map(({ accountId }) => accountId);
    const groupIds = (await admin.ask('listJiraGroups', {})).groups.map(({ id }) => id);
    await admin.ask('saveAppRoles', {
      revision: 0,
      integratorGroupIds: [],
      reclaimerGroupIds: [],
      viewerGroupIds: groupIds,
    });
    const viewer = asPerson(site, other);
    expect(await viewer.ask('getPointBudget', {})).toMatchObject({ budgetPoints: 40_000 });
    for (const [operation, payload] of [
      ['savePointBudget', { budgetPoints: 5_000, revision: 0 }],
      ['pauseJob', { jobId: `${profileId}.download` }],
      ['resumeJob', { jobId: `${profileId}.download` }],
    ] as const)
      expect(await viewer.envelope(operation, payload)).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });
});

describe('a paused job', () => {
  it('does not start by itself, can be run by hand, and makes up for missed turns once', async () => {
    await start(30);
    const jobId = `${profileId}.download`;
    const paused = await admin.ask('pauseJob', { jobId });
    expect(paused).toMatchObject({ paused: true, pausedBy: admin.accountId, nextAt: null });
    await advance('73h');
    expect(await downloads()).toHaveLength(1);
    const { health } = await admin.ask('getOverview', {});
    expect(health.state).toBe('incomplete');
    expect(health.notes.join(' ')).toMatch(/Subscriptions has been paused since 2026-11-02/);

    await admin.ask('runJobNow', { jobId });
    await site.forge.drain();
    expect((await downloads()).map(({ status }) => status)).toEqual(['Complete', 'Complete']);
    await advance('48h');
    expect(await downloads()).toHaveLength(2);

    expect(await admin.ask('resumeJob', { jobId })).toMatchObject({ paused: false, pausedBy: null });
    await advance('2h');
    expect(await downloads()).toHaveLength(3);
    await advance('24h');
    expect(await downloads()).toHaveLength(4);
    const { entries } = await admin.ask('listEvidence', {});
    const told = entries.map(({ kind }) => kind).filter((kind) => kind === 'job-paused' || kind === 'job-resumed');
    expect(told).toEqual(['job-resumed', 'job-paused']);
  });
});
