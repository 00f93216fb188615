import { KvsError } from './kvs-error';

const REQUESTS_PER_SECOND = 1_000;
const UNITS_PER_MINUTE = 4_000;
const UNIT_BYTES = 10 * 1024;

/** The installation's allowance: requests a second, and read and write units a minute, by simulated time. */
export class RateLimit {
  private second = { window: 0, used: 0 };
  private minutes = { read: { window: 0, used: 0 }, write: { window: 0, used: 0 } };

  constructor(private readonly now: () => number) {}

  /** Counts a request, before it is carried out. */
  request(): void {
    this.second = spend(this.second, Math.floor(this.now() / 1_000), 1);
    if (this.second.used > REQUESTS_PER_SECOND) throw exceeded();
  }

  /** Refuses while the minute's units are used up. A request's own units count only afterwards, when they are known. */
  check(kind: 'read' | 'write'): void {
    this.units(kind, 0);
    if (this.minutes[kind].used >= UNITS_PER_MINUTE) throw exceeded();
  }

  spent(kind: 'read' | 'write', bytes: number): void {
    this.units(kind, Math.max(1, Math.ceil(bytes / UNIT_BYTES)));
  }

  private units(kind: 'read' | 'write', units: number): void {
    this.minutes[kind] = spend(this.minutes[kind], Math.floor(this.now() / 60_000), units);
  }
}

const spend = (meter: { window: number; used: number }, window: number, amount: number) =>
  meter.window === window ? { window, used: meter.used + amount } : { window, used: amount };

const exceeded = () => new KvsError(429, 'RATE_LIMIT_EXCEEDED', 'The rate limit of the installation is exceeded.');
