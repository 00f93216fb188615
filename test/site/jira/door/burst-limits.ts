import type { SimulatedClock } from '../../core/clock';

const BY_METHOD: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };

/** Endpoints with a limit of their own, requests per second. */
const BY_ENDPOINT: Readonly<Record<string, number>> = {
  'GET /rest/api/3/issue/{issueIdOrKey}': 150,
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': 200,
  'GET /rest/api/3/project/{projectIdOrKey}/role/{id}': 500,
  'GET /rest/api/3/user': 150,
  'GET /rest/api/3/user/search': 200,
  'POST /rest/api/3/search/approximate-count': 150,
  'POST /rest/api/3/permissions/check': 200,
};

/** Requests per second an endpoint takes; its bucket holds one second's worth. */
export function burstLimit(operation: string): number {
  return BY_ENDPOINT[operation] ?? BY_METHOD[operation.slice(0, operation.indexOf(' '))] ?? 100;
}

interface Bucket {
  readonly tokens: number;
  readonly simulated: number;
  readonly real: number;
}

/**
 * Token buckets per endpoint and method of this site, shared by everybody who calls it. They fill in simulated time,
 * which runs while functions do; for callers from outside, whose calls do not move it, real time fills them as well.
 */
export class BurstLimits {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: SimulatedClock) {}

  /** Takes one token: the number left, or undefined when there was none. */
  take(operation: string, fromOutside: boolean): number | undefined {
    const limit = burstLimit(operation);
    const [simulated, real] = [this.clock.now(), performance.now()];
    const bucket = this.buckets.get(operation) ?? { tokens: limit, simulated, real };
    const passed = Math.max(simulated - bucket.simulated, fromOutside ? real - bucket.real : 0);
    const tokens = Math.min(limit, bucket.tokens + (passed / 1000) * limit);
    const granted = tokens >= 1;
    this.buckets.set(operation, { tokens: granted ? tokens - 1 : tokens, simulated, real });
    return granted ? Math.floor(tokens - 1) : undefined;
  }
}
