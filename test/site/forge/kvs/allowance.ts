import { tooFast } from './kvs-error';

const REQUESTS_PER_SECOND = 1_000;
const UNITS_PER_MINUTE = 4_000;
const UNIT_BYTES = 10 * 1024;
/** The smallest size that counts for a key's throughput. */
const SMALLEST_BYTES = 1_024;

/** Amounts by name, of which each takes so many in every window of time. */
export class Throughput {
  private window = -1;
  private readonly used = new Map<string, number>();

  constructor(
    private readonly what: string,
    private readonly most: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Counts an amount, or refuses it where it would be more than the window takes. */
  take(name: string, amount: number): void {
    const window = Math.floor(this.now() / this.windowMs);
    if (window !== this.window) this.used.clear();
    this.window = window;
    const used = (this.used.get(name) ?? 0) + amount;
    if (used > this.most) throw tooFast(this.what);
    this.used.set(name, used);
  }
}

/** What the platform allows an installation: requests a second, and read and write units a minute. */
export class Allowance {
  private readonly requests: Throughput;
  private readonly units: Throughput;

  constructor(now: () => number) {
    this.requests = new Throughput('The number of requests a second', REQUESTS_PER_SECOND, 1_000, now);
    this.units = new Throughput('The rate limit of the installation', UNITS_PER_MINUTE, 60_000, now);
  }

  /** Counts a request, or refuses it. */
  request(): void {
    this.requests.take('', 1);
  }

  /** Counts the units of a request before it is carried out, or refuses it. */
  spend(kind: 'read' | 'write', bytes: number): void {
    this.units.take(kind, Math.max(1, Math.ceil(bytes / UNIT_BYTES)));
  }
}

/** What one table takes in bytes a second, by key and by value of an index. */
export class HotSpots {
  private readonly writes: Throughput;
  private readonly reads: Throughput;
  private readonly queries: Throughput;

  constructor(now: () => number) {
    const perSecond = (what: string, megabytes: number) => new Throughput(what, megabytes * 1_000_000, 1_000, now);
    this.writes = perSecond('The number of bytes written to one key in a second', 1);
    this.reads = perSecond('The number of bytes read of one key in a second', 12);
    this.queries = perSecond('The number of bytes read of one index value in a second', 24);
  }

  write(key: string, bytes: number): void {
    this.writes.take(key, Math.max(SMALLEST_BYTES, bytes));
  }

  read(key: string, bytes: number): void {
    this.reads.take(key, Math.max(SMALLEST_BYTES, bytes));
  }

  query(indexValue: string, bytes: number): void {
    this.queries.take(indexValue, Math.max(SMALLEST_BYTES, bytes));
  }
}
