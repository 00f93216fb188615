import { SimulatedClock } from '../../site/core/clock';
import { Switches } from '../../site/core/switches';
import { JiraDoor } from '../../site/forge/proxy/jira-door';
import { Settling } from '../../site/forge/settling';
import { InFlight } from '../../site/forge/timeline/in-flight';
import type { Manifest } from '../../site/forge/manifest/manifest';
import type { DoorCall } from '../../site/forge/proxy/door';
import type { JiraPart } from '../../site/core/parts';

const jira = {
  accountOf: (name: string) => (['installer', 'colleague'].includes(name) ? name : undefined),
  siteAdministrators: () => ['installer', 'colleague'],
  handle: () => Promise.resolve({ status: 200, headers: {}, body: '' }),
} as unknown as JiraPart;
const manifest = { scopes: [], impersonationScopes: [] } as unknown as Manifest;
const call = { invocation: { accountId: undefined }, target: '/', method: 'GET', headers: {}, body: '' };

function aDoor() {
  const clock = new SimulatedClock(Date.parse('2026-01-01T00:00:00Z'));
  const switches = new Switches();
  const door = new JiraDoor({
    jira,
    manifest,
    clock,
    switches,
    inFlight: new InFlight(),
    settling: new Settling(clock, switches),
  });
  const actAs = async (accountId: string) => {
    const answer = await door.call(call as unknown as DoorCall, 'user', accountId);
    return typeof answer === 'string' ? answer : answer.status;
  };
  return { clock, switches, actAs };
}

test('an app that is not shared may act as its contributors only', async () => {
  const { switches, actAs } = aDoor();
  expect(await actAs('colleague')).toBe(200);
  switches.set('distribution', 'contributors-only');
  expect(await actAs('colleague')).toBe(403);
  expect(await actAs('installer')).toBe(200);
  expect(await actAs('nobody')).toBe(403);
});

test('an app may act as somebody who is not there a thousand times a minute', async () => {
  const { clock, actAs } = aDoor();
  const statuses = new Set<unknown>();
  for (let count = 0; count < 1000; count += 1) statuses.add(await actAs('colleague'));
  expect([...statuses]).toEqual([200]);
  expect(await actAs('colleague')).toBe(429);
  clock.advanceTo(clock.now() + 60_000);
  expect(await actAs('colleague')).toBe(200);
});
