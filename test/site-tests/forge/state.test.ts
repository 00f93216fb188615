import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSite } from '../../site/site';

const APP = join(__dirname, 'fixture-app');
const SMALL = { seats: 10, issues: 10, seed: 1 };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'site-state-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = (source = SMALL) => startSite({ source, appDir: APP, state: dir, switches: { ticksDoubled: false } });

test('a site goes on where it stopped: store, clock, schedule and Jira', async () => {
  const first = await start();
  const [admin = ''] = first.jira.siteAdministrators();
  const call = { function: 'resolver', operation: 'set', payload: { key: 'kept', value: 1 }, as: admin };
  await first.control('POST', '/invoke', call);
  await first.control('POST', '/clock', { advance: '2h' });
  const group = { id: 'g-new', name: 'new-group', managed: 'local', access: 'none' };
  await first.control('POST', '/group', group);
  const { counts } = await first.control<{ counts: object }>('GET', '');
  const stoppedAt = first.clock.now();
  await first.stop();

  const second = await start();
  expect(second.restored).toBe(true);
  expect(second.clock.now()).toBeGreaterThanOrEqual(stoppedAt);
  expect(second.clock.now()).toBeLessThan(stoppedAt + 60_000);
  expect(await second.control('GET', '/kvs?prefix=kept')).toMatchObject({ plain: { kept: 1 } });
  expect(await second.control('GET', '')).toMatchObject({ counts });
  const { plain } = await second.control<{ plain: object }>('GET', '/kvs?prefix=note:installed');
  expect(Object.keys(plain)).toHaveLength(1); // not installed a second time
  await second.control('POST', '/clock', { advance: '59m' });
  expect(Object.keys((await second.control<{ plain: object }>('GET', '/kvs?prefix=note:tick')).plain)).toHaveLength(3);
  await second.stop();
  expect(readdirSync(dir)).toEqual(['site.json']);
});

test('what changed is saved while the site runs', async () => {
  const site = await start();
  const [admin = ''] = site.jira.siteAdministrators();
  const call = { function: 'resolver', operation: 'set', payload: { key: 'soon', value: 'saved' }, as: admin };
  await site.control('POST', '/invoke', call);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const copy = await startCopy(join(dir, 'site.json'));
  expect(await copy.control('GET', '/kvs?prefix=soon')).toMatchObject({ plain: { soon: 'saved' } });
  await copy.stop();
  await site.stop();
});

test('a state that is damaged or of another site is refused in one line', async () => {
  await (await start()).stop();
  await expect(start({ ...SMALL, seed: 2 })).rejects.toThrow(/--state: .* made with --seats 10 --issues 10 --seed 1/);
  writeFileSync(join(dir, 'site.json'), '{"version":1,');
  await expect(start()).rejects.toThrow(/--state: cannot read/);
  writeFileSync(join(dir, 'site.json'), '{"version":2}');
  await expect(start()).rejects.toThrow(/not the state of a site/);
});

test('a saved site has its own time: another one is refused in one line', async () => {
  await (await start()).stop();
  const restart = startSite({ source: SMALL, appDir: APP, state: dir, now: Date.UTC(2040, 0, 1) });
  await expect(restart).rejects.toThrow(/^--now: the site kept in --state is at 20.*Z; leave --now out.*$/);
});

test('a saved site whose Jira part is damaged is refused in one line that names the field', async () => {
  await (await start()).stop();
  const file = join(dir, 'site.json');
  const saved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...saved, jira: { users: 'all', groups: 5 } }));
  await expect(start()).rejects.toThrow(/^--state: the saved site is damaged: users: .*$/);
});

async function startCopy(file: string) {
  const other = join(dir, 'copy');
  cpSync(file, join(other, 'site.json'), { recursive: true });
  return startSite({ source: SMALL, appDir: APP, state: other });
}
