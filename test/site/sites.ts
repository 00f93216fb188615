import { join } from 'node:path';
import { sharedByApp, startSite, type RunningSite, type SiteOptions } from './site';
import type { DataSource, GeneratedSource } from './site-data';

export interface SitesOptions extends SiteOptions {
  readonly source: DataSource;
  /** How many customers' sites. */
  readonly sites: number;
  /** Size of the second and later sites, which are always generated; `seed` is the first one's. */
  readonly size: Omit<GeneratedSource, 'beside'>;
}

/**
 * Starts the sites of several customers of the app, on ports that follow each other: each with a Jira, a store, a clock, a control
 * and meters of its own, while the functions of all run in the same processes.
 */
export async function startSites(options: SitesOptions): Promise<RunningSite[]> {
  const shared = await sharedByApp(options.appDir);
  const sites: RunningSite[] = [];
  try {
    for (let number = 1; number <= options.sites; number += 1)
      sites.push(await startSite(optionsOf(number, options), shared));
    return sites;
  } catch (error) {
    await Promise.all(sites.map((site) => site.stop()));
    throw error;
  }
}

function optionsOf(number: number, options: SitesOptions): SiteOptions {
  if (number === 1) return options;
  const { source: first, size, port = 0, state } = options;
  return {
    ...options,
    port: port === 0 ? 0 : port + number - 1,
    source: { ...size, seed: size.seed + number - 1, beside: { number, first } },
    ...(state !== undefined && { state: join(state, `site-${number}`) }),
  };
}
