import type { AccountId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import type { ActivitySettings } from '../domain/view-counting';
import type { Remembered } from '../ports/installation-memory';
import type { Ports } from '../ports/ports';
import { beginCounting } from './activity-settings';

/** What every product event must know. */
export interface Knowledge {
  readonly settings: ActivitySettings;
  readonly apps: ReadonlySet<AccountId>;
}

/** A switch is obeyed by every process this soon. */
const REMEMBERED_FOR = 5 * MINUTE;

/** Reads the settings and the known apps of one installation and remembers them, but not too long. */
export class EventKnowledge implements Remembered {
  private known: (Knowledge & { readonly readAt: Instant }) | undefined;

  get size(): number {
    return this.known?.apps.size ?? 0;
  }

  async read(ports: Pick<Ports, 'activitySettings' | 'clock'>): Promise<Knowledge> {
    const now = ports.clock.now();
    if (this.known && now - this.known.readAt < REMEMBERED_FOR) return this.known;
    const [found, apps] = await Promise.all([ports.activitySettings.find(), ports.activitySettings.listApps()]);
    this.known = { settings: await beginCounting(found, ports), apps, readAt: now };
    return this.known;
  }
}
