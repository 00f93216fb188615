import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allCandidates, asAdministrator, askPeopleFirst, onlyProfile } from './ask';

let site: RunningSite;
afterEach(() => site.stop());

/** More people than Jira takes mail for about one work item in half a minute. */
it('asks everybody of a large run once, however often Jira asks for a pause', async () => {
  site = await startSite({ source: { seats: 300, issues: 600, seed: 3 } });
  await runMainJob(site);
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  await askPeopleFirst(site, admin, 14);
  const ready = (await allCandidates(admin, profileId)).filter(({ state }) => state === 'Ready');
  expect(ready.length).toBeGreaterThan(120);

  await admin.ask('startReclaim', { profileId, numbers: 'all-ready', expectedCount: ready.length });
  await site.forge.drain();

  const statuses = site.jira.traffic(0).flatMap(({ url, status }) => (url.endsWith('/notify') ? [status] : []));
  expect(statuses).toContain(429);
  const after = await allCandidates(admin, profileId);
  const asked = after.filter(({ state }) => state === 'Awaiting User').map(({ accountId }) => accountId);
  expect(asked.length).toBeGreaterThan(120);
  const mailed = site.jira.mails().map(({ to }) => to);
  expect(mailed.sort()).toEqual(asked.sort());
  expect(site.jira.traffic(0).filter(({ url, method }) => method === 'DELETE' && url.includes('group/user'))).toEqual(
    [],
  );
}, 240_000);
