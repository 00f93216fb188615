import { onForge } from '../ports/platforms';
import { platform } from '../ports/forge-globals';
import { utcDay } from '../../src/domain/instant';
import { InstallationMemories } from '../../src/adapters/system/installation-memories';
import { compose } from '../../src/entry/compose';
import { guard } from '../../src/entry/guard';
import { handleProductEvent } from '../../src/entry/product-events';
import { RememberedRoles } from '../../src/entry/remembered-roles';
import { company } from '../fakes/company';

const now = () => new Date().getTime();
const days = () => [...new Set([utcDay(now()), utcDay(now() - 60_000)])];
afterEach(() => (platform.installationId = undefined));

/** Answers whether the event left a stamp in the store of this installation. */
async function isStamped(installationId: string | undefined, { kvs, stamps }: ReturnType<typeof onForge>) {
  Object.assign(platform, { kvs, installationId });
  await handleProductEvent({ eventType: 'avi:jira:viewed:issue', atlassianId: 'u-1', timestamp: now() });
  return stamps.wasSeen('u-1', days());
}

test('who works on two sites is seen on both, whichever process serves them', async () => {
  expect(await isStamped('first', onForge())).toBe(true);
  expect(await isStamped('second', onForge())).toBe(true);
});

test('where the platform does not tell the installation, nothing is taken for known', async () => {
  expect(await isStamped(undefined, onForge())).toBe(true);
  expect(await isStamped(undefined, onForge())).toBe(true);
});

test('what one installation knows saves it a look into its store', async () => {
  const [before, after] = [onForge(), onForge()];
  expect(await isStamped('same', before)).toBe(true);
  expect(await isStamped('same', after)).toBe(false);
  expect(after.kvs.revision).toBe(0);
});

test('views switched off on one site are counted on the other', async () => {
  const [off, on] = [onForge(), onForge()];
  const { revision, ...settings } = await off.activitySettings.find();
  Object.assign(platform, { kvs: off.kvs });
  await off.activitySettings.replace({ ...settings, revision, countViews: false, viewsFrom: null });
  expect(await isStamped('off', off)).toBe(false);
  expect(await isStamped('on', on)).toBe(true);
});

test('what an administrator of one site may is asked anew on another', async () => {
  const [first, second] = [company(), company()];
  const memories = new InstallationMemories();
  second.jira.callerIsAdministrator = false;
  const app = { appId: 'a', environmentId: 'e', installationId: 'i', version: '1' };
  const list = (world: typeof first, installation: string) =>
    guard(
      'listProfiles',
      {},
      { accountId: 'u-1', cloudId: installation, app },
      {
        ...world.ports,
        memory: memories.of(installation),
      },
    );
  expect(await list(first, 'first')).toMatchObject({ ok: true });
  expect(await list(second, 'second')).toMatchObject({ error: { code: 'not-permitted' } });
  expect(await list(first, 'first')).toMatchObject({ ok: true });
});

test('each invocation gets the memory of its own installation, and a new one where that is not known', () => {
  onForge();
  const memoryOf = (installationId: string | undefined) => {
    platform.installationId = installationId;
    return compose().memory.of(RememberedRoles);
  };
  const first = memoryOf('first');
  expect(memoryOf('second')).not.toBe(first);
  expect(memoryOf('first')).toBe(first);
  expect(memoryOf(undefined)).not.toBe(memoryOf(undefined));
});
