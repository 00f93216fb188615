import type { RoleKey } from '../domain/identifiers';
import { toIso, type Instant } from '../domain/instant';
import { gateLock, type GateCheck } from '../domain/reclaim-gate';
import type * as Page from '../shared/contract';

/** The safety gate as the page shows it; `alone`: how many seats one person may still take back, where that is limited. */
export function gateView(
  checks: readonly GateCheck[],
  alone: ReadonlyMap<RoleKey, number>,
  now: Instant,
): Page.SafetyGateView {
  return {
    open: gateLock(checks, 'batch') === undefined,
    openForOne: gateLock(checks, 'single') === undefined,
    at: toIso(now),
    checks: checks.map(checkView),
    seatsAlone: [...alone].map(([roleKey, seats]) => ({ roleKey, seats })),
  };
}

function checkView({ abnormal, ...check }: GateCheck): Page.GateCheck {
  if (!abnormal) return check;
  const { evaluatedAt, acknowledged } = abnormal;
  return {
    ...check,
    abnormal: {
      evaluatedAt: toIso(evaluatedAt),
      acknowledged: acknowledged && { at: toIso(acknowledged.at), by: acknowledged.by },
    },
  };
}
