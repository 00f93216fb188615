import type { Site } from './assemble';
import { sourceName, type DataSource } from './site-data';
import { writeState } from './state-file';

const CHECK_EVERY_MS = 1_000;
/** Saving may take at most this share of the time. */
const SHARE = 0.05;

/** Saves a site from time to time when something changed, and once more when it stops. */
export class StateKeeper {
  private readonly source: string;
  private readonly timer: NodeJS.Timeout;
  private saved: string;
  private nextAt = 0;

  constructor(
    private readonly site: Site,
    private readonly dir: string,
    source: DataSource,
  ) {
    this.source = sourceName(source);
    this.save();
    this.saved = this.mark();
    this.timer = setInterval(() => this.check(), CHECK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.save();
  }

  private check(): void {
    const mark = this.mark();
    if (mark === this.saved || performance.now() < this.nextAt) return;
    const began = performance.now();
    this.save();
    this.saved = mark;
    this.nextAt = performance.now() + (performance.now() - began) / SHARE;
  }

  /** Changes whenever something worth saving did: the store, the clock, or a request that may change Jira. */
  private mark(): string {
    const { forge, clock, changes } = this.site;
    return `${forge.kvs.revision} ${clock.now()} ${changes.count}`;
  }

  private save(): void {
    const { clock, jira, forge } = this.site;
    writeState(this.dir, { source: this.source, now: clock.now(), jira: jira.snapshot(), forge: forge.snapshot() });
  }
}
