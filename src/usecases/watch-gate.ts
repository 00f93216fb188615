import { MINUTE } from '../domain/instant';
import type { RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { gateLock, seatsLeft } from '../domain/reclaim-gate';
import type { Ports } from '../ports/ports';
import { AuditWatch } from './audit-news';
import { readSiteFacts, type SiteFacts } from './site-facts';
import { readGate } from './read-gate';
import { seatsAlone } from './second-person';

/** The gate as it was read last, while people are removed one after the other. */
export interface WatchedGate {
  readonly site: SiteFacts;
  /** What the audit log tells since the last activity run. */
  readonly news: AuditWatch | undefined;
  /** Why nobody else may be removed; undefined: nothing stands in the way. */
  readonly red: string | undefined;
  /** Why no further seat of this application may be taken back today. */
  readonly limitOf: (roleKey: RoleKey) => string | undefined;
  readonly count: (roleKeys: readonly RoleKey[], outcome: 'removed' | 'asked') => void;
}

/**
 * Reads the gate again once it is a minute old or another removal failed: that may have taught something.
 * @param isAlone one person stands behind the removals
 */
export function watchGate(
  isAlone: boolean,
  ports: Ports,
): (profile: IntegrationProfile, failures: number) => Promise<WatchedGate> {
  let watched: WatchedGate | undefined;
  let readAt = 0;
  let knownFailures = 0;
  let news: AuditWatch | undefined;
  return async (profile, failures) => {
    if (watched === undefined || failures !== knownFailures || ports.clock.now() - readAt > MINUTE) {
      watched = await look(profile, isAlone, news, ports);
      news = watched.news;
      readAt = ports.clock.now();
      knownFailures = failures;
    }
    return watched;
  };
}

async function look(
  profile: IntegrationProfile,
  isAlone: boolean,
  known: AuditWatch | undefined,
  ports: Ports,
): Promise<WatchedGate> {
  const news = known?.isWhole ? known : undefined; // what could not be read is tried once more
  news?.goBack();
  const site = await readSiteFacts(ports);
  const { checks, facts } = await readGate({ profile, wanted: new Map(), site, checksOperator: true }, ports);
  const left = new Map(facts.rules.map((rule) => [rule.roleKey, seatsLeft(rule, facts)]));
  const alone = isAlone ? await seatsAlone(profile.id, facts.rules, [], ports) : new Map<RoleKey, number>();
  const { coverage } = facts;
  return {
    site,
    news: coverage && (news ?? new AuditWatch(coverage.to, ports)),
    red: gateLock(checks, 'batch'),
    limitOf: (roleKey) => {
      if ((left.get(roleKey) ?? 1) <= 0) return LIMIT;
      return (alone.get(roleKey) ?? 1) <= 0 ? LIMIT_ALONE : undefined;
    },
    count: (roleKeys, outcome) => {
      countDown(alone, roleKeys);
      if (outcome === 'removed') countDown(left, roleKeys);
    },
  };
}

function countDown(seats: Map<RoleKey, number>, roleKeys: readonly RoleKey[]): void {
  for (const roleKey of roleKeys) seats.set(roleKey, (seats.get(roleKey) ?? Infinity) - 1);
}

const LIMIT =
  'As many seats were taken back in 24 hours as the rule allows; whoever is left stays ready. Go on tomorrow, or raise the limit in the rule.';
const LIMIT_ALONE =
  'As many seats were taken back in 24 hours as the rule allows without a second person; whoever is left stays ready. Ask for approval of the rest, or go on tomorrow.';
