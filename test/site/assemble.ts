import type { SimulatedClock } from './core/clock';
import type { Faults } from './core/faults';
import type { Meters } from './core/meters';
import type { JiraPart } from './core/parts';
import type { Switches } from './core/switches';
import { ForgeHost } from './forge/forge-host';
import type { FunctionProcesses } from './forge/functions/function-processes';
import { loadManifest } from './forge/manifest/manifest';

/** What every part of a site shares. */
export interface SiteTools {
  readonly clock: SimulatedClock;
  readonly meters: Meters;
  readonly faults: Faults;
  readonly switches: Switches;
}

/** A Jira site with the app installed, without the doors to the outside. */
export interface Site extends SiteTools {
  readonly jira: JiraPart;
  readonly forge: ForgeHost;
  /** Seed of the generated data; null when the data came from a file. */
  readonly seed: number | null;
  /** Counts requests from outside that may have changed something. */
  readonly changes: { count: number };
}

/** Puts the app of a folder on a Jira site. */
export async function assembleSite(
  tools: SiteTools,
  {
    jira,
    appDir,
    seed,
    processes,
  }: { jira: JiraPart; appDir: string; seed: number | null; processes: FunctionProcesses },
): Promise<Site> {
  const manifest = loadManifest(appDir);
  const forge = new ForgeHost({ ...tools, manifest, jira, processes, seed: seed ?? 1 });
  await forge.start();
  return { ...tools, jira, forge, seed, changes: { count: 0 } };
}
