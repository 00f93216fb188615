import { ForgeJobQueue } from '../adapters/queue/forge-job-queue';
import { findAppVersion, findInstallation, readAppIdentity, type AppIdentity } from '../adapters/jira/app-identity';
import { HourlyLedger } from '../adapters/jira/hourly-ledger';
import { JiraActivitySource } from '../adapters/jira/jira-activity-source';
import { JiraCalls } from '../adapters/jira/jira-calls';
import { JiraDirectory } from '../adapters/jira/jira-directory';
import { JiraGroupWriter } from '../adapters/jira/jira-group-writer';
import { JiraNotifier } from '../adapters/jira/jira-notifier';
import { JiraPermissions } from '../adapters/jira/jira-permissions';
import { JiraTestGroups } from '../adapters/jira/jira-test-groups';
import { KvsAccountOwnerStore } from '../adapters/store/account-owner-store';
import { KvsActivitySettingsStore } from '../adapters/store/activity-settings-store';
import { KvsActivityStore } from '../adapters/store/activity-store';
import { KvsBegunChangeStore } from '../adapters/store/begun-change-store';
import { KvsCandidateStore } from '../adapters/store/candidate-store';
import { KvsEventGapStore } from '../adapters/store/event-gap-store';
import { KvsEventWatchStore } from '../adapters/store/event-watch-store';
import { KvsEvidenceStore } from '../adapters/store/evidence-store';
import { KnownStamps } from '../adapters/store/known-stamps';
import { KvsPauseStore } from '../adapters/store/pause-store';
import { ForgeLicensing } from '../adapters/licensing/forge-licensing';
import { AtlassianAccountRegister } from '../adapters/privacy/account-register';
import { KvsKnownPeopleStore } from '../adapters/store/personal-data/known-people-store';
import { KvsPersonalDataStore } from '../adapters/store/personal-data/personal-data-store';
import { KvsPeopleStore } from '../adapters/store/people-store';
import { KvsPointStore } from '../adapters/store/point-store';
import { KvsProfileStore } from '../adapters/store/profile-store';
import { KvsRetentionStore } from '../adapters/store/retention-store';
import { PseudonymousEvidence } from '../adapters/store/pseudonymous-evidence';
import { KvsPromiseStore } from '../adapters/store/promise-store';
import { KvsReadingLeaseStore } from '../adapters/store/reading-lease-store';
import { KvsReclaimRequestStore } from '../adapters/store/reclaim-request-store';
import { KvsRunStore } from '../adapters/store/run-store';
import { KvsRuleStore } from '../adapters/store/rule-store';
import {
  KvsCounterStore,
  KvsExclusionStore,
  KvsPositionStore,
  KvsSoftwareModelStore,
} from '../adapters/store/small-stores';
import { KvsSeatListStore } from '../adapters/store/seat-list/seat-list-store';
import { KvsSettingsStore } from '../adapters/store/settings-store';
import { KvsSiteCheckStore } from '../adapters/store/site-check-store';
import { KvsStoreTrials } from '../adapters/store/store-trials';
import { KvsStampStore } from '../adapters/store/stamp-store';
import { KvsSubscriptionStore } from '../adapters/store/subscription-store';
import { installationMemories } from '../adapters/system/installation-memories';
import { consoleLog, processMemory, sha256, systemClock, systemIds } from '../adapters/system/system';
import type { Installed } from '../domain/event-watch';
import type { Ports } from '../ports/ports';

/** Wires the core to the platform, once per invocation: the ledger counts what it spends, the memory is its installation's. */
export function compose(): Ports {
  const memory = installationMemories.of(findInstallation());
  const settings = new KvsSettingsStore();
  const people = new KvsPeopleStore();
  const ledger = ledgerOf(settings);
  const calls = new JiraCalls(ledger, systemClock);
  const directory = new JiraDirectory(calls);
  return {
    clock: systemClock,
    ids: systemIds,
    log: consoleLog,
    sha256,
    memory,
    directory,
    permissions: new JiraPermissions(calls),
    activitySource: new JiraActivitySource(calls),
    groupWriter: new JiraGroupWriter(calls, async (groupId, accountId) =>
      ((await directory.findPerson(accountId))?.groupIds ?? []).includes(groupId),
    ),
    notifier: new JiraNotifier(calls),
    queue: new ForgeJobQueue(),
    ledger,
    profiles: new KvsProfileStore(),
    runs: new KvsRunStore(),
    leases: new KvsReadingLeaseStore(),
    subscriptions: new KvsSubscriptionStore(),
    seatLists: new KvsSeatListStore(),
    activity: new KvsActivityStore(),
    candidates: new KvsCandidateStore(),
    begunChanges: new KvsBegunChangeStore(),
    reclaimRequests: new KvsReclaimRequestStore(),
    ...decisionStores(),
    models: new KvsSoftwareModelStore(),
    positions: new KvsPositionStore(),
    evidence: new PseudonymousEvidence(new KvsEvidenceStore(sha256), people),
    people,
    ...privacyPorts(),
    licensing: new ForgeLicensing(),
    counters: new KvsCounterStore(),
    stamps: new KvsStampStore(memory.of(KnownStamps)),
    activitySettings: new KvsActivitySettingsStore(),
    pauses: new KvsPauseStore(),
    eventWatch: new KvsEventWatchStore(),
    eventGaps: new KvsEventGapStore(systemClock),
    settings,
    ...siteCheckPorts(calls),
  };
}

/** Holds background work to the points that administrators set. */
function ledgerOf(settings: KvsSettingsStore): HourlyLedger {
  const readBudget = async () => (await settings.findPointBudget()).budgetPoints;
  return new HourlyLedger(systemClock, readBudget, new KvsPointStore());
}

/** The installed copy of the app that runs, in a form that may stand in keys. */
export function findInstalled(): Installed {
  const installation = findInstallation()?.split('/').at(-1) ?? 'unknown';
  return { installation, version: findAppVersion() };
}

/** What people decided about whose seats. */
function decisionStores(): Pick<Ports, 'rules' | 'exclusions' | 'accountOwners' | 'promises'> {
  return {
    rules: new KvsRuleStore(),
    exclusions: new KvsExclusionStore(),
    accountOwners: new KvsAccountOwnerStore(),
    promises: new KvsPromiseStore(),
  };
}

function siteCheckPorts(calls: JiraCalls) {
  return {
    siteChecks: new KvsSiteCheckStore(),
    testGroups: new JiraTestGroups(calls),
    storeTrials: new KvsStoreTrials(),
    processMemory,
  };
}

export function identify(): AppIdentity {
  return readAppIdentity();
}

function privacyPorts(): Pick<Ports, 'personalData' | 'knownPeople' | 'accounts' | 'retention'> {
  return {
    personalData: new KvsPersonalDataStore(),
    knownPeople: new KvsKnownPeopleStore(),
    accounts: new AtlassianAccountRegister(),
    retention: new KvsRetentionStore(),
  };
}
