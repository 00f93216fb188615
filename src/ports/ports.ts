import type { AccountOwnerStore } from './account-owner-store';
import type { ActivitySettingsStore } from './activity-settings';
import type { ActivitySource } from './activity-source';
import type { Clock, Ids, Log, Sha256 } from './ambient';
import type { BegunChangeStore } from './begun-change-store';
import type { Directory, Permissions } from './directory';
import type { EventGapStore } from './event-gap-store';
import type { EventWatchStore } from './event-watch-store';
import type { GroupWriter } from './group-writer';
import type { InstallationMemory } from './installation-memory';
import type { JobQueue } from './job-queue';
import type { Licensing } from './licensing';
import type { Notifier } from './notifier';
import type { AccountRegister, KnownPeopleStore, PersonalDataStore } from './personal-data';
import type { RetentionStore } from './retention-store';
import type { PeopleStore } from './people-store';
import type { PointLedger } from './point-ledger';
import type { PromiseStore } from './promise-store';
import type { ReclaimRequestStore } from './reclaim-request-store';
import type { PositionStore } from './position-store';
import type { SeatListStore } from './seat-list-store';
import type { SettingsStore } from './settings-store';
import type { ProcessMemory, SiteCheckStore, StoreTrials, TestGroups } from './site-check';
import type {
  ActivityStore,
  CandidateStore,
  CounterStore,
  EvidenceStore,
  ExclusionStore,
  PauseStore,
  ProfileStore,
  ReadingLeaseStore,
  RuleStore,
  RunStore,
  SoftwareModelStore,
  StampStore,
  SubscriptionStore,
} from './stores';

/** Everything the core needs from outside. A use case names the part it takes: `Pick<Ports, 'profiles' | 'clock'>`. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sha256: Sha256;
  readonly memory: InstallationMemory;
  readonly directory: Directory;
  readonly permissions: Permissions;
  readonly activitySource: ActivitySource;
  readonly groupWriter: GroupWriter;
  readonly notifier: Notifier;
  readonly queue: JobQueue;
  readonly ledger: PointLedger;
  readonly profiles: ProfileStore;
  readonly runs: RunStore;
  readonly leases: ReadingLeaseStore;
  readonly subscriptions: SubscriptionStore;
  readonly seatLists: SeatListStore;
  readonly activity: ActivityStore;
  readonly candidates: CandidateStore;
  readonly begunChanges: BegunChangeStore;
  readonly reclaimRequests: ReclaimRequestStore;
  readonly rules: RuleStore;
  readonly exclusions: ExclusionStore;
  readonly accountOwners: AccountOwnerStore;
  readonly promises: PromiseStore;
  readonly models: SoftwareModelStore;
  readonly positions: PositionStore;
  readonly evidence: EvidenceStore;
  readonly retention: RetentionStore;
  readonly people: PeopleStore;
  readonly licensing: Licensing;
  readonly personalData: PersonalDataStore;
  readonly knownPeople: KnownPeopleStore;
  readonly accounts: AccountRegister;
  readonly counters: CounterStore;
  readonly stamps: StampStore;
  readonly pauses: PauseStore;
  readonly eventWatch: EventWatchStore;
  readonly eventGaps: EventGapStore;
  readonly settings: SettingsStore;
  readonly activitySettings: ActivitySettingsStore;
  readonly siteChecks: SiteCheckStore;
  readonly testGroups: TestGroups;
  readonly storeTrials: StoreTrials;
  readonly processMemory: ProcessMemory;
}
