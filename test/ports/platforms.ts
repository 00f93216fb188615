import { join } from 'node:path';
import { platform } from './forge-globals';
import { KvsAccountOwnerStore } from '../../src/adapters/store/account-owner-store';
import { KvsActivitySettingsStore } from '../../src/adapters/store/activity-settings-store';
import { KvsActivityStore } from '../../src/adapters/store/activity-store';
import { KvsBegunChangeStore } from '../../src/adapters/store/begun-change-store';
import { KvsCandidateStore } from '../../src/adapters/store/candidate-store';
import { KvsEventGapStore } from '../../src/adapters/store/event-gap-store';
import { KvsEventWatchStore } from '../../src/adapters/store/event-watch-store';
import { KvsEvidenceStore } from '../../src/adapters/store/evidence-store';
import { KnownStamps } from '../../src/adapters/store/known-stamps';
import { KvsPauseStore } from '../../src/adapters/store/pause-store';
import { KvsKnownPeopleStore } from '../../src/adapters/store/personal-data/known-people-store';
import { KvsPersonalDataStore } from '../../src/adapters/store/personal-data/personal-data-store';
import { KvsPeopleStore } from '../../src/adapters/store/people-store';
import { KvsProfileStore } from '../../src/adapters/store/profile-store';
import { KvsPromiseStore } from '../../src/adapters/store/promise-store';
import { KvsReadingLeaseStore } from '../../src/adapters/store/reading-lease-store';
import { KvsReclaimRequestStore } from '../../src/adapters/store/reclaim-request-store';
import { KvsRunStore } from '../../src/adapters/store/run-store';
import { KvsSeatListStore } from '../../src/adapters/store/seat-list/seat-list-store';
import { KvsSettingsStore } from '../../src/adapters/store/settings-store';
import { KvsRuleStore } from '../../src/adapters/store/rule-store';
import {
  KvsCounterStore,
  KvsExclusionStore,
  KvsPositionStore,
  KvsSoftwareModelStore,
} from '../../src/adapters/store/small-stores';
import { KvsStampStore } from '../../src/adapters/store/stamp-store';
import { KvsSubscriptionStore } from '../../src/adapters/store/subscription-store';
import type { Ports } from '../../src/ports/ports';
import { sha256, START, World } from '../fakes/world';
import { SimulatedClock } from '../site/core/clock';
import { Meters } from '../site/core/meters';
import { Switches } from '../site/core/switches';
import { Kvs } from '../site/forge/kvs/kvs';
import { loadManifest } from '../site/forge/manifest/manifest';

const QUERY_DELAY_SECONDS = 2;

type StoreName =
  | 'profiles'
  | 'runs'
  | 'leases'
  | 'subscriptions'
  | 'seatLists'
  | 'activity'
  | 'candidates'
  | 'begunChanges'
  | 'reclaimRequests'
  | 'rules'
  | 'exclusions'
  | 'accountOwners'
  | 'promises'
  | 'models'
  | 'positions'
  | 'evidence'
  | 'people'
  | 'personalData'
  | 'knownPeople'
  | 'counters'
  | 'stamps'
  | 'pauses'
  | 'eventWatch'
  | 'eventGaps'
  | 'settings'
  | 'activitySettings';

/** Every store of one platform, empty, and how its queries lag behind its writes. */
export interface Stores extends Pick<Ports, StoreName> {
  /** From here on queries do not show what is written, until `catchUp`. */
  lag(): void;
  catchUp(): void;
}

function inMemory(): Stores {
  const world = new World();
  const lagging = [world.runs.lag, world.evidence.lag, world.stamps.lag];
  return {
    ...world.ports,
    lag: () => lagging.forEach((lag) => (lag.active = true)),
    catchUp: () => lagging.forEach((lag) => lag.catchUp()),
  };
}

/** The real adapters and the real client in front of the local site's store. */
export function onForge(): Stores & { readonly clock: SimulatedClock; readonly kvs: Kvs; readonly switches: Switches } {
  const clock = new SimulatedClock(START);
  const switches = new Switches();
  const { entities } = loadManifest(join(__dirname, '../..'));
  const kvs = new Kvs({ entities, clock, meters: new Meters(), switches });
  platform.kvs = kvs;
  platform.afterStore = () => undefined;
  return {
    profiles: new KvsProfileStore(),
    runs: new KvsRunStore(),
    leases: new KvsReadingLeaseStore(),
    subscriptions: new KvsSubscriptionStore(),
    seatLists: new KvsSeatListStore(),
    activity: new KvsActivityStore(),
    candidates: new KvsCandidateStore(),
    begunChanges: new KvsBegunChangeStore(),
    reclaimRequests: new KvsReclaimRequestStore(),
    rules: new KvsRuleStore(),
    exclusions: new KvsExclusionStore(),
    accountOwners: new KvsAccountOwnerStore(),
    promises: new KvsPromiseStore(),
    models: new KvsSoftwareModelStore(),
    positions: new KvsPositionStore(),
    evidence: new KvsEvidenceStore(sha256),
    people: new KvsPeopleStore(),
    personalData: new KvsPersonalDataStore(),
    knownPeople: new KvsKnownPeopleStore(),
    counters: new KvsCounterStore(),
    stamps: new KvsStampStore(new KnownStamps()),
    pauses: new KvsPauseStore(),
    eventWatch: new KvsEventWatchStore(),
    eventGaps: new KvsEventGapStore(clock),
    settings: new KvsSettingsStore(),
    activitySettings: new KvsActivitySettingsStore(),
    lag: () => switches.set('kvsQueryDelay', QUERY_DELAY_SECONDS),
    catchUp: () => clock.advanceTo(clock.now() + QUERY_DELAY_SECONDS * 1000),
    clock,
    kvs,
    switches,
  };
}

export const PLATFORMS: readonly [string, () => Stores][] = [
  ['in memory', inMemory],
  ['on Forge', onForge],
];

/** All pages of a list, one after the other. */
export async function allPages<Row>(
  read: (cursor: string | undefined) => Promise<{ rows: Row[]; cursor: string | undefined }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
