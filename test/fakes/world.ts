import { createHash } from 'node:crypto';
import { InstallationMemories } from '../../src/adapters/system/installation-memories';
import type { ExclusionRule } from '../../src/domain/exclusion-rule';
import type { Instant } from '../../src/domain/instant';
import type { SoftwareModel } from '../../src/domain/software-model';
import type { Ports } from '../../src/ports/ports';
import { CountingIds } from './counting-ids';
import { FakeActivitySource } from './fake-activity-source';
import { FakeClock } from './fake-clock';
import { FakeDirectory } from './fake-directory';
import { FakeGroupWriter } from './fake-group-writer';
import { FakeJira } from './fake-jira';
import { FakeLedger } from './fake-ledger';
import { FakeLicensing } from './fake-licensing';
import { FakeNotifier } from './fake-notifier';
import { FakePermissions } from './fake-permissions';
import { FakeStoreTrials } from './fake-store-trials';
import { FakeTestGroups } from './fake-test-groups';
import { MemoryAccountOwnerStore } from './memory-account-owner-store';
import { MemoryActivitySettingsStore } from './memory-activity-settings-store';
import { MemoryActivityStore } from './memory-activity-store';
import { MemoryBegunChangeStore } from './memory-begun-change-store';
import { MemoryCandidateStore } from './memory-candidate-store';
import { MemoryEventGapStore } from './memory-event-gap-store';
import { MemoryEventWatchStore } from './memory-event-watch-store';
import { MemoryEvidenceStore } from './memory-evidence-store';
import { MemoryRevisionedList } from './memory-revisioned-list';
import { MemoryPauseStore } from './memory-pause-store';
import { FakeAccountRegister } from './fake-account-register';
import { MemoryKnownPeopleStore, NothingByKey } from './memory-personal-data';
import { MemoryRetentionStore } from './memory-retention-store';
import { MemoryPeopleStore } from './memory-people-store';
import { MemoryProfileStore } from './memory-profile-store';
import { MemoryPromiseStore } from './memory-promise-store';
import { MemoryQueue } from './memory-queue';
import { MemoryReadingLeaseStore } from './memory-reading-lease-store';
import { MemoryReclaimRequestStore } from './memory-reclaim-request-store';
import { MemoryRunStore } from './memory-run-store';
import { MemoryCounterStore, MemoryPositionStore, MemoryRuleStore } from './memory-small-stores';
import { MemoryStampStore } from './memory-stamp-store';
import { MemorySeatListStore } from './memory-seat-list-store';
import { MemorySettingsStore } from './memory-settings-store';
import { MemorySubscriptionStore } from './memory-subscription-store';
import { MemorySiteCheckStore } from './memory-site-check-store';
import { RecordedLog } from './recorded-log';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Noon, so that days are not cut by accident. */
export const START: Instant = Date.UTC(2026, 10, 23, 12);

/** All ports in memory, with one Jira and one clock behind them. */
export class World {
  readonly clock = new FakeClock(START);
  readonly jira = new FakeJira(this.clock);
  readonly log = new RecordedLog();
  readonly queue = new MemoryQueue(this.clock);
  readonly ledger = new FakeLedger(this.jira);
  readonly profiles = new MemoryProfileStore();
  readonly runs = new MemoryRunStore();
  readonly leases = new MemoryReadingLeaseStore();
  readonly subscriptions = new MemorySubscriptionStore();
  readonly seatLists = new MemorySeatListStore();
  readonly activity = new MemoryActivityStore();
  readonly candidates = new MemoryCandidateStore();
  readonly begunChanges = new MemoryBegunChangeStore();
  readonly positions = new MemoryPositionStore();
  readonly reclaimRequests = new MemoryReclaimRequestStore();
  readonly exclusions = new MemoryRevisionedList<ExclusionRule>();
  readonly accountOwners = new MemoryAccountOwnerStore();
  readonly promises = new MemoryPromiseStore();
  readonly models = new MemoryRevisionedList<SoftwareModel>();
  readonly evidence = new MemoryEvidenceStore(sha256);
  readonly licensing = new FakeLicensing();
  readonly retention = new MemoryRetentionStore();
  readonly people = new MemoryPeopleStore();
  readonly accounts = new FakeAccountRegister();
  readonly stamps = new MemoryStampStore(2);
  readonly pauses = new MemoryPauseStore();
  readonly eventWatch = new MemoryEventWatchStore();
  readonly eventGaps = new MemoryEventGapStore(this.clock);
  readonly settings = new MemorySettingsStore();
  readonly activitySettings = new MemoryActivitySettingsStore();
  readonly siteChecks = new MemorySiteCheckStore();
  readonly storeTrials = new FakeStoreTrials();
  /** The most that the process held, in MB. */
  peakMb = 100;
  readonly ports: Ports = {
    clock: this.clock,
    ids: new CountingIds(),
    log: this.log,
    sha256,
    memory: new InstallationMemories().of('installation'),
    directory: new FakeDirectory(this.jira),
    permissions: new FakePermissions(this.jira),
    activitySource: new FakeActivitySource(this.jira),
    groupWriter: new FakeGroupWriter(this.jira),
    notifier: new FakeNotifier(this.jira),
    queue: this.queue,
    ledger: this.ledger,
    profiles: this.profiles,
    runs: this.runs,
    leases: this.leases,
    subscriptions: this.subscriptions,
    seatLists: this.seatLists,
    activity: this.activity,
    candidates: this.candidates,
    begunChanges: this.begunChanges,
    reclaimRequests: this.reclaimRequests,
    rules: new MemoryRuleStore(),
    exclusions: this.exclusions,
    accountOwners: this.accountOwners,
    promises: this.promises,
    models: this.models,
    positions: this.positions,
    evidence: this.evidence,
    retention: this.retention,
    people: this.people,
    licensing: this.licensing,
    personalData: new NothingByKey(),
    knownPeople: new MemoryKnownPeopleStore(),
    accounts: this.accounts,
    counters: new MemoryCounterStore(),
    stamps: this.stamps,
    pauses: this.pauses,
    eventWatch: this.eventWatch,
    eventGaps: this.eventGaps,
    settings: this.settings,
    activitySettings: this.activitySettings,
    siteChecks: this.siteChecks,
    testGroups: new FakeTestGroups(this.jira),
    storeTrials: this.storeTrials,
    processMemory: { peakMb: () => this.peakMb },
  };
}
