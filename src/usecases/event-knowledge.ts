import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import { HEARD_AFTER, watchedPeople } from '../domain/site-check/watches';
import type { ActivitySettings } from '../domain/view-counting';
import type { Remembered } from '../ports/installation-memory';
import type { Ports } from '../ports/ports';
import { beginCounting } from './activity-settings';

/** What every product event must know. */
export interface Knowledge {
  readonly settings: ActivitySettings;
  readonly apps: ReadonlySet<AccountId>;
  /** People whose events a site check waits for. */
  readonly watched: ReadonlySet<AccountId>;
}

/** A switch is obeyed, and a watch known, by every process this soon. */
const REMEMBERED_FOR = HEARD_AFTER;

/** Reads the settings, the known apps and the watches of one installation and remembers them, but not too long. */
export class EventKnowledge implements Remembered {
  private known: (Knowledge & { readonly readAt: Instant }) | undefined;

  get size(): number {
    return this.known?.apps.size ?? 0;
  }

  async read(ports: Pick<Ports, 'activitySettings' | 'siteChecks' | 'clock'>): Promise<Knowledge> {
    const now = ports.clock.now();
    if (this.known && now - this.known.readAt < REMEMBERED_FOR) return this.known;
    const [found, apps, site] = await Promise.all([
      ports.activitySettings.find(),
      ports.activitySettings.listApps(),
      ports.siteChecks.find(),
    ]);
    this.known = { settings: await beginCounting(found, ports), apps, watched: watchedPeople(site), readAt: now };
    return this.known;
  }
}
