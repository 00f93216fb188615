import { burstLimit } from './burst-limits';
import type { PointPool } from './point-pool';

/** Above this share of the pool the `RateLimit` header tells what remains; below it only when the pool resets. */
const TELLS_REMAINING_FROM = 0.8;

export type Headers = Record<string, string>;

/** The headers that tell an app about its hourly points. */
export function quotaHeaders(pool: PointPool, operation: string, now: number): Headers {
  const remaining = Math.max(0, pool.limit - pool.usedThisHour());
  const seconds = Math.ceil((pool.resetsAt() - now) / 1000);
  const told = pool.usedThisHour() > pool.limit * TELLS_REMAINING_FROM ? `;r=${remaining}` : '';
  return {
    'RateLimit-Policy': `"global-app-quota";q=${pool.limit};w=3600,"jira-burst-based";q=${burstLimit(operation)};w=1`,
    RateLimit: `"global-app-quota"${told};t=${seconds}`,
  };
}

/** The headers of every answer about the endpoint's own limit. */
export function burstHeaders(operation: string, left: number): Headers {
  const limit = burstLimit(operation);
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-NearLimit': String(left < limit * 0.2),
  };
}

/** What a 429 of the hourly points carries. */
export function quotaExceeded(pool: PointPool, now: number): Headers {
  return {
    'Retry-After': String(Math.max(1, Math.ceil((pool.resetsAt() - now) / 1000))),
    'RateLimit-Reason': 'jira-quota-global-based',
    'X-RateLimit-Limit': String(pool.limit),
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-NearLimit': 'true',
    'X-RateLimit-Reset': new Date(pool.resetsAt()).toISOString().replace(/:\d\d\.\d+Z$/, 'Z'),
  };
}

/** What a 429 of the writes to one issue carries. */
export function issueWritesExceeded(seconds: number): Headers {
  return { 'Retry-After': String(seconds), 'RateLimit-Reason': 'jira-per-issue-on-write' };
}

/** What a 429 of an endpoint's bucket carries. */
export function burstExceeded(operation: string, now: number): Headers {
  return {
    'Retry-After': '1',
    'RateLimit-Reason': 'jira-burst-based',
    'X-RateLimit-Limit': String(burstLimit(operation)),
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-NearLimit': 'true',
    'X-RateLimit-Reset': new Date(now + 1000).toISOString(),
  };
}
