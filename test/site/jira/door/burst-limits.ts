import type { SimulatedClock } from '../../core/clock';

const BY_METHOD: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };

/** Endpoints with a limit of their own, requests per second. */
const BY_ENDPOINT: Readonly<Record<string, number>> = {
  'GET /rest/api/3/issue/{issueIdOrKey}': 150,
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': 200,
  'GET /rest/api/3/user': 150,
  'GET /rest/api/3/user/search': 200,
  'POST /rest/api/3/search/approximate-count': 150,
  'POST /rest/api/3/permissions/check': 200,
};

/** Requests per second an endpoint takes; its bucket holds one second's worth. */
export function burstLimit(operation: string): number {
  return BY_ENDPOINT[operation] ?? BY_METHOD[operation.slice(0, operation.indexOf(' '))] ?? 100;
}

/** Token buckets per endpoint and method of this site, shared by everybody who calls it, in simulated time. */
export class BurstLimits {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly clock: SimulatedClock) {}

  /** Takes one token: the number left, or undefined when there was none. */
  take(operation: string): number | undefined {
    const limit = burstLimit(operation);
    const now = this.clock.now();
    const bucket = this.buckets.get(operation) ?? { tokens: limit, at: now };
    const tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) / 1000) * limit);
    const left = tokens - 1;
    this.buckets.set(operation, { tokens: left < 0 ? tokens : left, at: now });
    return left < 0 ? undefined : Math.floor(left);
  }
}
