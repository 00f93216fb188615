import { allCandidates, asAdministrator, confirmRules, liftLimits, onlyProfile } from '../end-to-end/ask';
import { browserSite } from './browser';
import { violations } from './axe';

const here = browserSite();
let group = { id: '', name: '' };
let number = '';

/** Somebody who would leave exactly one group, which then administers WEB alone. */
beforeAll(async () => {
  const admin = asAdministrator(here.site);
  const profileId = await onlyProfile(admin);
  await liftLimits(admin, profileId);
  await confirmRules(admin, profileId);
  for (const row of await allCandidates(admin, profileId)) {
    const preview = await admin.ask('reclaimNow', { number: row.number, mode: 'preview' });
    if (preview.outcome !== 'would-remove' || preview.groups.length !== 1 || !preview.groups[0]) continue;
    [group] = preview.groups;
    ({ number } = row);
    break;
  }
  const { groups } = await admin.ask('listJiraGroups', {});
  const act = (id: string, projectRoles: object[]) => here.site.control('POST', '/group', { id, projectRoles });
  for (const { id, access } of groups) if (access !== 'none') await act(id, []);
  await act(group.id, [
    { project: 'WEB', role: 'Administrators' },
    { project: 'WEB', role: 'Developers' },
    { project: 'APP', role: 'Developers' },
  ]);
  const other = groups.find(({ access }) => access === 'admin');
  await act(other?.id ?? '', [
    { project: 'APP', role: 'Administrators' },
    { project: 'PAY', role: 'Administrator' },
  ]);
});

describe('what a group gives in projects', () => {
  it('is told before a removal, with the projects on demand', async () => {
    const { app, open } = here.window;
    await open(`/removal-candidates/${number}`);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByText(`Nobody but ${group.name} administers WEB`).waitFor();
    await app.getByText('Looked at 4 of 4 projects.').waitFor();
    await app.getByText('Developers in 2 projects, Administrators in 1 project').waitFor();
    await app.getByRole('button', { name: `Where ${group.name} acts` }).click();
    const table = app.getByRole('table', { name: `What ${group.name} gives in projects` });
    const row = table.getByRole('row').filter({ hasText: 'Developers' });
    expect(await row.innerText()).toMatch(/APP and WEB|WEB and APP/);
  });

  it('says what could not be read, and reads it when asked', async () => {
    const { app, open } = here.window;
    await here.site.control('POST', '/faults', { match: { path: '/project/10001/role' }, then: { status: 403 } });
    await open(`/removal-candidates/${number}`);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByText('Not known for 1 project').waitFor();
    await here.site.control('DELETE', '/faults');
    await app.getByRole('button', { name: 'Try again' }).click();
    await app.getByText('Not known for 1 project').waitFor({ state: 'detached' });
    await app.getByText('Developers in 2 projects').waitFor();
  });

  it('is part of the preview of several people, and takes names where Jira tells no ids', async () => {
    const { app, open } = here.window;
    await here.site.control('POST', '/switches', { groupIdsInRoles: false, roleAdminFlag: true });
    await open('/removal-candidates');
    const boxes = app.getByRole('checkbox', { name: /^Select RC/ });
    for (const place of [0, 1, 2]) await boxes.nth(place).check();
    await app.getByRole('button', { name: 'Preview 3 selected' }).click();
    await app.getByRole('heading', { name: 'What these groups give in projects' }).waitFor();
    await app.getByText('Looked at 4 of 4 projects.').waitFor();
    await app.getByText('permission scheme').first().waitFor();
    expect(await violations(here.window.page)).toEqual([]);
    await here.site.control('POST', '/switches', { groupIdsInRoles: true, roleAdminFlag: false });
  });

  it('is unknown to somebody who may not look into projects, who is told so', async () => {
    const { app, open } = here.window;
    await here.site.control('POST', '/faults', { match: { path: '/project/search' }, then: { status: 403 } });
    await here.site.control('POST', '/faults', { match: { path: '/permissionscheme' }, then: { status: 403 } });
    await open(`/removal-candidates/${number}`);
    await app.getByRole('button', { name: 'Preview' }).click();
    await app.getByText('roles in projects are not known').waitFor();
    await app.getByText('Jira did not show its permission schemes').waitFor();
    await app.getByText('nothing found so far').waitFor();
    await here.site.control('DELETE', '/faults');
    expect(here.window.complaints).toEqual([]);
  });
});
