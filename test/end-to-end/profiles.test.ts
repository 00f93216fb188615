import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileInput, ProfileView } from '../../src/shared/contract';
import { generateSite, siteLines } from '../site/jira';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, asPerson, onlyProfile, type Person } from './ask';

const DAY = 86_400_000;
const SOURCE = { seats: 60, issues: 300, seed: 5 };

/** The jobs there are besides those of the installation itself. */
async function jobsOfProfiles({ ask }: Person) {
  return (await ask('listJobs', {})).jobs.filter(({ kind }) => kind !== 'report');
}

describe('integration profiles', () => {
  let site: RunningSite;
  let admin: Person & { accountId: string };
  beforeEach(async () => {
    site = await startSite({ source: SOURCE });
    admin = asAdministrator(site);
  });
  afterEach(async () => {
    await site.stop();
  });

  async function draft(change: Partial<ProfileInput> = {}): Promise<ProfileInput> {
    const { groups } = await admin.ask('listJiraGroups', {});
    return {
      displayName: 'Jira integration',
      downloadActivity: true,
      analyzeFrom: daysBack(60),
      reclaim: true,
      groupIds: groups.filter(({ preselected }) => preselected).map(({ id }) => id),
      ...change,
    };
  }

  const daysBack = (days: number) => new Date(site.clock.now() - days * DAY).toISOString();
  const edited = ({ displayName, downloadActivity, analyzeFrom, reclaim, groupIds, id, revision }: ProfileView) => ({
    profileId: id,
    revision,
    displayName,
    downloadActivity,
    analyzeFrom,
    reclaim,
    groupIds,
  });

  async function published(change: Partial<ProfileInput> = {}): Promise<ProfileView> {
    const saved = await admin.ask('saveProfile', await draft(change));
    const valid = await admin.ask('validateConnection', { profileId: saved.id });
    return admin.ask('publishProfile', { profileId: valid.id, revision: valid.revision });
  }

  const fields = async (change: Partial<ProfileInput>) => {
    const answer = await admin.envelope('saveProfile', await draft(change));
    return answer.ok ? [] : (answer.error.fields ?? []).map(({ field }) => field);
  };

  it.each([
    [59, false, []],
    [60, false, []],
    [61, false, ['analyzeFrom']],
    [61, true, []],
    [366, true, ['analyzeFrom']],
    [-1, true, ['analyzeFrom']],
  ] as const)('takes a start %s days back (confirmed: %s) with problems %j', async (days, confirmed, problems) => {
    expect(await fields({ analyzeFrom: daysBack(days), lookBackConfirmed: confirmed })).toEqual(problems);
  });

  it('refuses administrators’ groups while Reclaim is on, unknown groups, and none', async () => {
    const { groups } = await admin.ask('listJiraGroups', {});
    const administrators = groups.filter(({ access }) => access.endsWith('admin')).map(({ id }) => id);
    expect(await fields({ groupIds: administrators })).toEqual(['groupIds']);
    expect(await fields({ groupIds: ['no-such-group'] })).toEqual(['groupIds']);
    expect(await fields({ groupIds: [] })).toEqual(['groupIds']);
    expect(await fields({ groupIds: administrators, reclaim: false })).toEqual([]);
  });

  it('keeps names and connections unique', async () => {
    await admin.ask('saveProfile', await draft());
    expect(await fields({})).toEqual(['displayName', 'connectionName']);
    expect(await fields({ displayName: 'Second' })).toEqual([]);
    const { profiles } = await admin.ask('listProfiles', {});
    expect(profiles.map(({ connectionName, connectionKind }) => [connectionName, connectionKind])).toEqual([
      ['Jira integration connection', 'parent'],
      ['Second connection', 'child'],
    ]);
  });

  it('goes back to Draft when Download activity is cleared, and freezes its candidates', async () => {
    await runMainJob(site);
    const profile = await admin.ask('getProfile', { profileId: await onlyProfile(admin) });
    const saved = await admin.ask('saveProfile', { ...edited(profile), downloadActivity: false });
    expect(saved).toMatchObject({
      status: 'Draft',
      canPublish: false,
      connection: 'sn_jira_spoke.jira_subscription_reclaim',
    });
    expect(await jobsOfProfiles(admin)).toEqual([]);
    const [candidate] = await allCandidates(admin, profile.id);
    const number = candidate?.number ?? '';
    expect((await admin.ask('getCandidate', { number })).frozen).toContain('draft');
    expect(await admin.envelope('reclaimNow', { number, mode: 'apply' })).toMatchObject({ ok: false });

    const valid = await admin.ask('validateConnection', { profileId: saved.id });
    await admin.ask('publishProfile', { profileId: valid.id, revision: valid.revision });
    const jobs = await jobsOfProfiles(admin);
    expect(jobs.map(({ name }) => name)).toEqual(['SAM - Refresh Jira integration Subscriptions']);
  });

  it('stays published when Reclaim is cleared: candidates are made, every door to a removal is closed', async () => {
    await runMainJob(site);
    const profile = await admin.ask('getProfile', { profileId: await onlyProfile(admin) });
    const saved = await admin.ask('saveProfile', { ...edited(profile), reclaim: false });
    expect(saved.status).toBe('Published');
    const candidates = await allCandidates(admin, profile.id);
    const number = candidates[0]?.number ?? '';
    for (const [operation, payload] of [
      ['reclaimNow', { number, mode: 'apply' }],
      ['startReclaim', { profileId: profile.id, numbers: 'all-ready', expectedCount: candidates.length }],
    ] as const) {
      expect(await admin.envelope(operation, payload)).toMatchObject({ ok: false, error: { code: 'refused' } });
    }
  });

  it('renames its jobs with the profile', async () => {
    const profile = await published();
    await admin.ask('saveProfile', { ...edited(profile), displayName: 'Renamed' });
    const { jobs } = await admin.ask('listJobs', {});
    expect(jobs.map(({ name }) => name)).toContain('SAM - Refresh Renamed Activity');
  });

  it('refuses to publish what changed since it was validated', async () => {
    const saved = await admin.ask('saveProfile', await draft());
    const valid = await admin.ask('validateConnection', { profileId: saved.id });
    const changed = await admin.ask('saveProfile', { ...edited(valid), reclaim: false });
    expect(changed.validation?.stale).toBe(true);
    const answer = await admin.envelope('publishProfile', { profileId: changed.id, revision: changed.revision });
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('refuses the second of two edits', async () => {
    const saved = await admin.ask('saveProfile', await draft());
    await admin.ask('saveProfile', { ...edited(saved), displayName: 'First' });
    const second = await admin.envelope('saveProfile', { ...edited(saved), displayName: 'Second' });
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('validates with reads only, and names what limits the activity', async () => {
    await site.control('POST', '/switches', { anyContentBlocked: true });
    const saved = await admin.ask('saveProfile', await draft());
    const valid = await admin.ask('validateConnection', { profileId: saved.id });
    const limited = valid.validation?.probes.filter((probe) => probe.limited).map(({ name }) => name);
    expect(limited).toContain('Data security policy');
    expect(valid.canPublish).toBe(true);
    const writes = site.jira.traffic(0).filter(({ method, url }) => method !== 'GET' && !url.includes('/search/'));
    expect(writes).toEqual([]);
  });

  it('names the projects that the app can’t browse, and what that means', async () => {
    await site.control('POST', '/switches', { hiddenProjects: 2 });
    const saved = await admin.ask('saveProfile', await draft());
    const valid = await admin.ask('validateConnection', { profileId: saved.id });
    const projects = valid.validation?.probes.find(({ name }) => name === 'Projects');
    expect(projects).toMatchObject({ ok: true, limited: true });
    expect(projects?.text).toMatch(/can’t browse 2 of \d+ projects: \w+, \w+\./);
  });

  it('works without an audit log on a free site, and calls nobody inactive', async () => {
    await site.stop();
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'free.ndjson');
    const lines = [...siteLines(generateSite(SOURCE))].map((line) =>
      line.replace('"plan":"standard"', '"plan":"free"'),
    );
    writeFileSync(file, lines.join('\n'));
    site = await startSite({ source: { file } });
    admin = asAdministrator(site);
    const { overview } = await runMainJob(site);
    expect(overview).toMatchObject({ inactive: 0, candidatesReady: 0 });
    expect(overview.health.notes.join(' ')).toContain('paid Jira plan');
    const { profiles } = await admin.ask('listProfiles', {});
    const audit = profiles[0]?.validation?.probes.find(({ name }) => name === 'Audit log');
    expect(audit).toMatchObject({ ok: true, limited: true });
  });

  it('counts a seat that two profiles read once', async () => {
    await runMainJob(site);
    const before = await admin.ask('getOverview', {});
    await published({ displayName: 'Second' });
    await site.forge.drain();
    const after = await admin.ask('getOverview', {});
    expect(after.profiles).toHaveLength(2);
    expect(after.byRole).toEqual(before.byRole);
    expect(after.candidatesReady).toBe(before.candidatesReady);
  });

  it('deletes subscriptions and jobs, skips open candidates and keeps rules', async () => {
    await runMainJob(site);
    const profileId = await onlyProfile(admin);
    const candidates = await allCandidates(admin, profileId);
    const preview = await admin.ask('previewDelete', { profileId });
    expect(preview.openCandidates).toBe(candidates.length);
    const { revision } = await admin.ask('getProfile', { profileId });
    await admin.ask('deleteProfile', { profileId, revision });
    expect((await admin.ask('listProfiles', {})).profiles).toEqual([]);
    await site.forge.drain();
    expect((await admin.ask('getCandidate', { number: candidates[0]?.number ?? '' })).state).toBe('Closed Skipped');
    expect((await admin.ask('listReclamationRules', { profileId })).rules).toHaveLength(preview.keptRules);
    const stored = Object.keys(site.forge.kvs.dump('')).join('\n');
    expect(stored).not.toContain('subscription-bucket');
    expect(await jobsOfProfiles(admin)).toEqual([]);
  });

  it('lets a site administrator agree to act, and take it back', async () => {
    const profile = await published();
    expect(profile.operator?.accountId).toBe(admin.accountId);
    const revoked = await admin.ask('revokeOperator', { profileId: profile.id, revision: profile.revision });
    expect(revoked.operator).toBeNull();
    const readiness = await admin.ask('checkReclaimReadiness', { profileId: profile.id });
    expect(readiness.checks.filter(({ state }) => state === 'failed').map(({ name }) => name)).toEqual([
      'Reclaim operator',
    ]);
    const again = await admin.ask('authorizeOperator', { profileId: profile.id, revision: revoked.revision });
    expect(again.operator).toMatchObject({ accountId: admin.accountId, problem: null });
  });

  it('notices within a day that the operator does not administer the site any more', async () => {
    const profile = await published();
    await site.control('POST', '/user', { accountId: admin.accountId, active: false });
    await site.control('POST', '/clock', { advance: '25h' });
    const other = site.jira.siteAdministrators().find((accountId) => accountId !== admin.accountId) ?? '';
    const seen = await asPerson(site, other).ask('getProfile', { profileId: profile.id });
    expect(seen.operator?.problem).toContain('deactivated');
  });

  it('gives groups roles in the app, and checks them at every operation', async () => {
    const user = site.jira.people(400).find(({ access }) => access === 'user')?.accountId ?? '';
    const person = asPerson(site, user);
    expect(await person.envelope('getOverview', {})).toMatchObject({ error: { code: 'not-permitted' } });
    const groups = await groupsOf(site, user);
    const grants = { revision: 0, integratorGroupIds: [], reclaimerGroupIds: [], viewerGroupIds: groups };
    await admin.ask('saveAppRoles', grants);
    expect((await person.ask('getSession', {})).may).toEqual(['viewer']);
    expect(await person.envelope('saveProfile', await draft())).toMatchObject({ error: { code: 'not-permitted' } });
    expect(await person.envelope('saveAppRoles', { ...grants, revision: 1 })).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await admin.envelope('saveAppRoles', grants)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('says what publishing starts and costs', async () => {
    const profile = await published();
    const preview = await admin.ask('previewPublish', { profileId: profile.id });
    expect(preview.jobs).toHaveLength(3);
    const spentBefore = spent(site);
    await site.forge.drain();
    const points = spent(site) - spentBefore;
    expect(preview.estimatedPoints).toBeGreaterThan(points / 3);
    expect(preview.estimatedPoints).toBeLessThan(points * 3);
  });
});

async function groupsOf(site: RunningSite, accountId: string): Promise<string[]> {
  const [administrator] = site.jira.siteAdministrators();
  const authorization = `Basic ${Buffer.from(`${administrator ?? ''}:x`).toString('base64')}`;
  const response = await fetch(`${site.url}/rest/api/3/user/groups?accountId=${accountId}`, {
    headers: { authorization },
  });
  return ((await response.json()) as { groupId: string }[]).map(({ groupId }) => groupId);
}

function spent({ meters }: RunningSite): number {
  const byPrincipal = Object.values(meters.read().jira).flatMap((each) => Object.values(each));
  return byPrincipal.reduce((sum, { points }) => sum + points, 0);
}
