import { ADMIN, PERSON } from './fake-jira';
import { startFixture, type Fixture } from './fixture';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.host.stop());

const asked = async (payload: unknown) => {
  const { status, body } = await fixture.value<{ status: number; body: string }>('jira', payload);
  return { status, ...(body === '' ? {} : (JSON.parse(body) as object)) };
};
const failure = (text: string) => ({ ok: false, error: { message: expect.stringContaining(text) as string } });

test('a Jira call carries its principal, the scopes of the manifest and the path as it was', async () => {
  expect(await asked({ as: 'app', expand: 'a b&c' })).toMatchObject({
    principal: 'app',
    url: '/rest/api/3/myself?expand=a%20b%26c',
    scopes: ['read:jira-user', 'read:jira-work', 'manage:jira-configuration', 'storage:app'],
    impersonationScopes: ['manage:jira-configuration'],
  });
});

test('asUser is the person who calls; naming them is not impersonation, naming another is', async () => {
  expect(await asked({ as: 'user' })).toMatchObject({ principal: `user:${ADMIN}` });
  expect(await asked({ as: 'user', accountId: ADMIN })).toMatchObject({ principal: `user:${ADMIN}` });
  expect(await asked({ as: 'user', accountId: PERSON })).toMatchObject({ principal: `impersonated:${PERSON}` });
  expect(await fixture.call('jira', { as: 'user', accountId: 'nobody' })).toMatchObject(failure('IMPERSONATION'));
});

test('in the background nobody is there, but somebody can be impersonated', async () => {
  await fixture.value('push', { events: { body: { name: 'acts', actAs: PERSON } } });
  await fixture.host.drain();
  expect(fixture.notes('acts-acted')[0]).toMatchObject({ principal: `impersonated:${PERSON}` });
});

test('the page calls Jira as the person who looks at it, through the bridge', async () => {
  const response = await fixture.host.fetchProduct({
    accountId: PERSON,
    method: 'GET',
    path: '/rest/api/3/myself',
    headers: {},
  });
  expect(JSON.parse(response.body)).toMatchObject({ principal: `user:${PERSON}` });
  expect(fixture.jira.requests.at(-1)).toMatchObject({ channel: 'bridge' });
});

test.each(['drop', 'kill-before', 'kill-after'])('what Jira cannot do itself is carried out: %s', async (fault) => {
  const warm = await fixture.value<number>('count');
  fixture.jira.next = { status: 0, headers: { 'x-site-fault': fault }, body: '' };
  expect(await fixture.call('jira', { as: 'app' })).toMatchObject({ ok: false });
  // A dropped connection leaves the process alive, a kill does not.
  expect(await fixture.value<number>('count')).toBe(fault === 'drop' ? warm + 1 : 1);
});
