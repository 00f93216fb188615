import { addCounts, type JobRun, type RunCounts, type RunProgress } from '../domain/job-run';
import type { Instant } from '../domain/instant';
import type { SearchPlan } from '../domain/search-plan';
import type { Ports } from '../ports/ports';

/** What a burst of work ends with. */
export type WorkResult =
  | { readonly kind: 'more' }
  /** Nothing is to be done here before; `why` is shown meanwhile. `runs`: somebody else is at work. */
  | { readonly kind: 'later'; readonly at: Instant; readonly why: string; readonly runs: boolean }
  | { readonly kind: 'finished'; readonly status: 'Complete' | 'Partial'; readonly summary: string };

/** One kind of job: continues from the burst's cursor until it is finished or the burst is over. Idempotent. */
export type Work = (burst: Burst, ports: Ports) => Promise<WorkResult>;

export interface BurstChange {
  readonly cursor?: unknown;
  readonly progress?: RunProgress;
  readonly counts?: Partial<RunCounts>;
  readonly gaps?: readonly string[];
  readonly summary?: string;
  readonly plan?: SearchPlan;
}

type Needs = Pick<Ports, 'runs' | 'ledger' | 'clock'>;

/** The time-boxed turn of one run. What it changes is kept by `checkpoint`, which another writer of the run makes fail. */
export class Burst {
  private current: JobRun;
  private workingSince: Instant;

  constructor(
    run: JobRun,
    private readonly ports: Needs,
    private readonly endsAt: Instant,
  ) {
    this.workingSince = ports.clock.now();
    // It waits for its first turn no longer: this is it.
    this.current = run.status === 'Queued' ? { ...run, summary: '' } : run;
  }

  get run(): JobRun {
    return this.current;
  }

  isOver(): boolean {
    return this.ports.clock.now() >= this.endsAt;
  }

  /** Notes progress; nothing is stored yet. Counts are added, everything else replaces what was there. */
  note(change: BurstChange): void {
    const { counts, ...rest } = change;
    this.current = { ...this.current, ...rest, counts: addCounts(this.current.counts, counts ?? {}) };
  }

  /** Stores everything noted so far, with what it cost. Throws `store-conflict` when the run is somebody else's by now. */
  async checkpoint(change: Partial<JobRun> = {}): Promise<void> {
    const now = this.ports.clock.now();
    const spent = this.ports.ledger.take();
    const workedMs = this.current.workedMs + (now - this.workingSince);
    this.workingSince = now;
    this.current = await this.ports.runs.replace({
      ...this.current,
      status: 'Running',
      wakeUps: 0,
      attempts: 0,
      resumesAt: null,
      ...change,
      requests: this.current.requests + spent.requests,
      points: this.current.points + spent.points,
      workedMs,
      updatedAt: now,
    });
    if (spent.requests > 0) await this.ports.ledger.save();
  }
}
