import { join } from 'node:path';
import { SimulatedClock } from '../../site/core/clock';
import { Faults } from '../../site/core/faults';
import { Meters } from '../../site/core/meters';
import { Switches } from '../../site/core/switches';
import { bundleOf } from '../../site/forge/app-bundle';
import { ForgeHost } from '../../site/forge/forge-host';
import { FunctionProcesses } from '../../site/forge/functions/function-processes';
import { loadManifest } from '../../site/forge/manifest/manifest';
import { ADMIN, FakeJira } from './fake-jira';

const APP = join(__dirname, 'fixture-app');
export const START = Date.UTC(2026, 0, 5, 9, 0, 0);
export const MINUTE = 60_000;

/** Processes for several hosts of the fixture app. */
export const fixtureProcesses = async () => new FunctionProcesses(await bundleOf(APP));

/** The fixture app on a Forge host of its own, with a Jira that only echoes. */
export async function startFixture(wanted: { cloudId?: string; now?: number; processes?: FunctionProcesses } = {}) {
  const clock = new SimulatedClock(wanted.now ?? START);
  const [meters, faults, switches, jira] = [new Meters(), new Faults(), new Switches(), new FakeJira(wanted.cloudId)];
  const host = new ForgeHost({
    manifest: loadManifest(APP),
    processes: wanted.processes ?? (await fixtureProcesses()),
    jira,
    clock,
    meters,
    faults,
    switches,
  });
  await host.start();
  const call = (operation: string, payload: unknown = {}, accountId = ADMIN) =>
    host.invoke({ moduleKey: 'page', functionKey: operation, payload, accountId });
  return {
    host,
    clock,
    meters,
    faults,
    switches,
    jira,
    call,
    /** The value of an operation that must succeed. */
    async value<Value>(operation: string, payload?: unknown): Promise<Value> {
      const answer = await call(operation, payload);
      if (!answer.ok) throw new Error(`${operation}: ${answer.error.name} ${answer.error.message}`);
      return answer.value as Value;
    },
    /** What background functions noted under a name, oldest first. */
    notes(name: string): Record<string, unknown>[] {
      const { plain } = host.kvs.dump(`note:${name}:`) as { plain: Record<string, Record<string, unknown>> };
      return Object.values(plain);
    },
  };
}

export type Fixture = Awaited<ReturnType<typeof startFixture>>;
