import { MINUTE } from '../domain/instant';
import type { RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { gateLock, seatsLeft } from '../domain/reclaim-gate';
import type { Ports } from '../ports/ports';
import { AuditWatch } from './audit-news';
import { readSiteFacts, type SiteFacts } from './fresh-facts';
import { readGate } from './read-gate';

/** The gate as it was read last, while people are removed one after the other. */
export interface WatchedGate {
  readonly site: SiteFacts;
  /** What the audit log tells since the last activity run. */
  readonly news: AuditWatch | undefined;
  /** Why nobody else may be removed; undefined: nothing stands in the way. */
  readonly red: string | undefined;
  /** As many seats of this application were taken back in 24 hours as its rule allows. */
  readonly isUsedUp: (roleKey: RoleKey) => boolean;
  readonly count: (roleKeys: readonly RoleKey[]) => void;
}

/** Reads the gate again once it is a minute old or another removal failed: that may have taught something. */
export function watchGate(ports: Ports): (profile: IntegrationProfile, failures: number) => Promise<WatchedGate> {
  let watched: WatchedGate | undefined;
  let readAt = 0;
  let knownFailures = 0;
  let news: AuditWatch | undefined;
  return async (profile, failures) => {
    if (watched === undefined || failures !== knownFailures || ports.clock.now() - readAt > MINUTE) {
      watched = await look(profile, news, ports);
      news = watched.news;
      readAt = ports.clock.now();
      knownFailures = failures;
    }
    return watched;
  };
}

async function look(profile: IntegrationProfile, known: AuditWatch | undefined, ports: Ports): Promise<WatchedGate> {
  const news = known?.isWhole ? known : undefined; // what could not be read is tried once more
  news?.goBack();
  const site = await readSiteFacts(ports);
  const { checks, facts } = await readGate({ profile, wanted: new Map(), site, checksOperator: true }, ports);
  const left = new Map(facts.rules.map((rule) => [rule.roleKey, seatsLeft(rule, facts)]));
  const { coverage } = facts;
  return {
    site,
    news: coverage && (news ?? new AuditWatch(coverage.to, ports)),
    red: gateLock(checks, 'batch'),
    isUsedUp: (roleKey) => (left.get(roleKey) ?? 1) <= 0,
    count: (roleKeys) => {
      for (const roleKey of roleKeys) left.set(roleKey, (left.get(roleKey) ?? Infinity) - 1);
    },
  };
}
