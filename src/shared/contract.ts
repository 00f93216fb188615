/**
 * Every operation of the admin page: what it takes, what it answers. Types only; the server checks the input at run time
 * (`src/entry/inputs.ts`) and the caller's rights (`src/entry/guard.ts`), so the page needs no schema library.
 */

/** ISO 8601 in UTC, e.g. `2026-11-23T09:30:00.000Z`. */
export type Instant = string;
export type AccountId = string;
/** Application role key: `jira-software`, `jira-servicedesk`, … */
export type RoleKey = string;
export type GroupId = string;

/** What every call answers. `now` is the server's clock: pages never use the browser's. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly now: Instant }
  | { readonly ok: false; readonly error: ApiError; readonly now: Instant };

export interface ApiError {
  readonly code: ApiErrorCode;
  /** A complete sentence for the administrator: what happened, what it means, what to do. */
  readonly message: string;
  /** Finds the log lines of this failure. */
  readonly reference: string;
  /** Set for `bad-input`: which field, and why. */
  readonly fields?: readonly { readonly field: string; readonly problem: string }[];
}

export type ApiErrorCode =
  | 'not-permitted' // the caller neither administers Jira nor has a role in this app that allows it
  | 'unknown-operation'
  | 'bad-input'
  | 'not-found'
  | 'conflict' // somebody else changed the record since it was read
  | 'refused' // a rule of the product forbids it now; the message says which
  | 'app-busy' // the app’s storage takes no more in this minute: reading again later works
  | 'jira-refused' // Jira answered 401 or 403
  | 'jira-busy' // Jira answered 429 or 5xx; try again later
  | 'jira-changed' // Jira's answer does not have the documented form
  | 'internal';

export interface Api {
  getSession: { input: Record<string, never>; output: Session };
  getOverview: { input: Record<string, never>; output: Overview };
  /** When seats were last used and how, by app, by group and by kind of activity; read from what the last evaluation counted. */
  getActivityBreakdown: { input: Record<string, never>; output: ActivityBreakdownView };

  listProfiles: { input: Record<string, never>; output: { profiles: readonly ProfileView[] } };
  getProfile: { input: { profileId: string }; output: ProfileView };
  /** Creates (no `profileId`) or changes a profile. Every change of scope makes the last validation stale. */
  saveProfile: { input: ProfileInput; output: ProfileView };
  validateConnection: { input: { profileId: string }; output: ProfileView };
  /** `readHere`: the caller's browser reads the members of the first download; the background waits for it a little. */
  publishProfile: { input: { profileId: string; revision: number; readHere?: boolean }; output: ProfileView };
  /** What publishing would start and what it would cost; reads sizes only. */
  previewPublish: { input: { profileId: string }; output: PublishPreview };
  /** What analyzing from this date would cost: shown before a date more than 60 days back is confirmed. */
  estimateActivity: { input: { analyzeFrom: Instant }; output: ActivityEstimate };
  /** What deleting the profile would delete and what it would keep. */
  previewDelete: { input: { profileId: string }; output: DeletePreview };
  deleteProfile: { input: { profileId: string; revision: number }; output: { deleted: true } };

  /** The calling site administrator agrees to act in the background for this profile; replaces whoever did before. */
  authorizeOperator: { input: { profileId: string; revision: number }; output: ProfileView };
  revokeOperator: { input: { profileId: string; revision: number }; output: ProfileView };
  /** Read-only: could seats be reclaimed now? Not part of Validate Connection. */
  checkReclaimReadiness: { input: { profileId: string }; output: ReadinessView };
  /** The Jira role and the scopes each process needs, with what this installation has. */
  getVendorConfiguration: {
    input: Record<string, never>;
    output: {
      processes: readonly VendorProcess[];
      /** What the app needs whatever the processes. */
      appScopes: VendorProcess['scopes'];
    };
  };

  listExclusions: { input: Record<string, never>; output: { rules: readonly ExclusionView[] } };
  /** A new rule has no revision. Counts and candidates follow at the next evaluation; a removal is refused at once. */
  saveExclusion: {
    input: { target: ExclusionTarget; active: boolean; revision?: number };
    output: ExclusionView;
  };
  deleteExclusion: { input: { ruleId: string; revision: number }; output: { deleted: true } };

  /** Says once whose account it is, whatever its name suggests; a suspected program is not taken without that. */
  confirmAccountOwner: {
    input: { accountId: AccountId; kind: 'person' | 'program' };
    output: { accountId: AccountId; kind: 'person' | 'program' };
  };

  /** One for every application of the subscriptions, the unrecognized ones among them. */
  listSoftwareModels: { input: Record<string, never>; output: SoftwareModelsView };
  /** Labels all subscriptions of the application and sets what a seat costs; answers the new list. */
  saveSoftwareModel: {
    input: {
      roleKey: RoleKey;
      /** 0: nothing was saved for it before. */
      revision: number;
      /** Null: as Jira names the application. */
      name: string | null;
      /** Null: the estimate. */
      unitCost: { amount: number; currency: string } | null;
    };
    output: SoftwareModelsView;
  };

  /** Which groups may do what in this app besides Jira administrators, who may do everything. */
  getAppRoles: { input: Record<string, never>; output: AppRolesView };
  saveAppRoles: { input: AppRolesInput; output: AppRolesView };
  /** Every group of the site, marked with what it gives. */
  listJiraGroups: {
    input: Record<string, never>;
    output: { groups: readonly JiraGroupView[]; roles: readonly RoleView[] };
  };

  /** The current list of subscriptions; its seats are read part by part. `null`: nothing downloaded yet. */
  getSubscriptionTable: { input: { profileId: string }; output: SubscriptionTable | null };
  /** Plain rows as of now, a bucket of the download at a time. `conflict` when a newer download took its place: read the table again. */
  readSubscriptionBucket: {
    input: { profileId: string; generation: string; bucket: number };
    output: { rows: readonly SubscriptionRow[] };
  };
  /** A part of a list never changes. `conflict` when the list was replaced and is gone: read the table again. */
  readSubscriptionPart: { input: { list: string; part: number }; output: SubscriptionPart };
  /** What files name of the seats of a part. `conflict` as above. */
  readSubscriptionRefs: { input: { list: string; part: number }; output: SubscriptionRefs };
  /** What was decided since the list was written. `conflict` when others took its place: read the table again. */
  readSubscriptionChanges: {
    /** 0, or where the answer before says to go on. */
    input: { profileId: string; list: string; from: number };
    output: SubscriptionChanges;
  };

  /** What is stored about one person's activity: nothing is asked of Jira. */
  getPersonActivity: { input: { profileId: string; accountId: AccountId }; output: PersonActivityView };
  /** Why somebody is a candidate, or is not; with what Jira says about them now. */
  getDecisionCard: {
    input: { profileId: string; accountId: AccountId; roleKey: RoleKey };
    output: DecisionCard;
  };

  listReclamationRules: { input: { profileId: string }; output: { rules: readonly ReclamationRuleView[] } };
  /** Changes a rule; whatever changes whom it proposes must be confirmed again before anybody is removed. */
  saveReclamationRule: {
    input: { profileId: string; ruleId: string; revision: number; settings: RuleSettingsInput };
    output: ReclamationRuleView;
  };
  /** A person has looked at the rule as it is now: reclaim is unlocked for its candidates. */
  confirmReclamationRule: {
    input: { profileId: string; ruleId: string; revision: number };
    output: ReclamationRuleView;
  };
  /** Whom these settings would propose now, from what is stored; asks Jira nothing and changes nothing. */
  previewReclamationRule: {
    input: { profileId: string; ruleId: string; settings: RuleSettingsInput };
    output: RulePreview;
  };

  /** The work item through which Jira mails people who are asked before their seat is taken back; Jira has no other mail. */
  getNoticeSettings: { input: Record<string, never>; output: NoticeSettingsView };
  /** Null: nobody can be asked, so nobody is whose rule asks first. */
  saveNoticeSettings: { input: { workItem: string | null; revision: number }; output: NoticeSettingsView };
  /** What becomes of somebody's wish to keep their seat. `keepDays`: how long nobody proposes it again. */
  decideKeepRequest: {
    input: { number: string; keep: boolean; keepDays: number; note: string };
    output: CandidateView;
  };

  /** Where the removal candidates are; rows are read bucket by bucket. */
  getCandidateTable: {
    input: { profileId: string };
    output: { buckets: number; counts: Readonly<Record<CandidateState, number>> };
  };
  /** `buckets`: how many there are, so that the first answer already tells where the rest is. */
  readCandidateBucket: {
    input: { profileId: string; bucket: number };
    output: { rows: readonly CandidateRow[]; buckets: number };
  };
  getCandidate: { input: { number: string }; output: CandidateView };
  /** Proposes a seat by hand. Administrators, excluded and protected people are refused. */
  createCandidate: {
    input: { profileId: string; accountId: AccountId; roleKey: RoleKey; justification: Justification; note: string };
    output: CandidateView;
  };
  addWorkNote: { input: { number: string; text: string }; output: CandidateView };
  /**
   * Closed Complete: the seat was taken back outside this app. Closed Skipped: it stays, and nobody proposes it again for
   * `keepDays` (0–365); without it, or with 0, until the next evaluation.
   */
  closeCandidate: {
    input: { number: string; to: 'Closed Complete' | 'Closed Skipped'; note: string; keepDays?: number };
    output: CandidateView;
  };
  /**
   * One candidate, now, as the calling administrator: re-checks the person in Jira and, with `apply`, removes them from the
   * selected groups, reads back and records it. `preview` runs the same path without the writes.
   */
  reclaimNow: { input: { number: string; mode: 'preview' | 'apply' }; output: ReclaimResult };
  /**
   * Several candidates in the background, as the profile's reclaim operator. `expectedCount` must be the number the
   * administrator confirmed; a different number of candidates is refused.
   */
  startReclaim: {
    input: { profileId: string; numbers: readonly string[] | 'all-ready'; expectedCount: number };
    output: RunView;
  };
  /**
   * Asks another person with the role Reclaimer to approve what the caller may not take back alone. A profile has one open
   * request: the caller's own is replaced, somebody else's has to be decided first.
   */
  requestReclaim: {
    input: { profileId: string; numbers: readonly string[] | 'all-ready'; expectedCount: number };
    output: ReclaimRequestView;
  };
  /** Newest first; decided ones are soon told by the evidence alone. */
  listReclaimRequests: { input: { profileId: string }; output: { requests: readonly ReclaimRequestView[] } };
  /**
   * Approving starts the removal as `startReclaim` does, with the same gate; whoever asked can't. `expectedCount`: how many of the
   * seats the caller saw can still be taken back. Not approving declines it; done by whoever asked, it withdraws it.
   */
  decideReclaimRequest: {
    input: { profileId: string; id: string; approve: boolean; note?: string; expectedCount: number };
    output: ReclaimRequestView;
  };

  /** Open candidates whose seat can't be freed here, bucket by bucket: work for whoever manages the groups. */
  readWorklistBucket: { input: { profileId: string; bucket: number }; output: { rows: readonly WorklistRow[] } };
  /** A group may be changed by this app again. */
  clearExternallyManaged: { input: { groupId: GroupId }; output: { cleared: true } };
  /**
   * Whether seats may be reclaimed now, with everything that was looked at. `stored`: nothing is asked of Jira. `roleKeys`: whose
   * seats are meant, so that the rules of other applications do not count.
   */
  getSafetyGate: {
    input: { profileId: string; stored?: boolean; roleKeys?: readonly RoleKey[] };
    output: SafetyGateView;
  };
  /**
   * Somebody looked at numbers that changed abnormally and found them right: as long as they stay about the same they hold
   * nothing. Refused for another evaluation than the newest.
   */
  acknowledgeTrend: { input: { profileId: string; evaluatedAt: Instant }; output: { acknowledged: true } };
  /** What giving the removed groups back would do to one candidate now; changes nothing. */
  previewRestore: { input: { number: string }; output: RestoreResult };
  /** Gives one person exactly the removed groups back, as the calling administrator. */
  restoreNow: { input: { number: string }; output: RestoreResult };
  /** Several, or everybody whom a reclaim run removed, in the background as the profile's reclaim operator. */
  startRestore: {
    input: {
      profileId: string;
      of: { numbers: readonly string[] } | { runId: string };
      expectedCount: number;
    };
    output: RunView;
  };
  /** Those of these candidates that there are, and whether each can be restored. */
  listChosenCandidates: {
    input: { profileId: string; numbers: readonly string[] };
    output: { rows: readonly ChosenCandidate[] };
  };
  /** What a reclaim or a restore came to, person by person and part by part; `parts`: how many there are. */
  readRunResults: {
    input: { runId: string; part: number };
    output: { rows: readonly RunResult[]; parts: number };
  };
  /** Reads once more from Jira whether a seat is free that could not be proven; the candidate stays closed. */
  proveSeat: { input: { number: string }; output: CandidateView };
  /** Stops a reclaim or a restore before its next person. */
  cancelRun: { input: { runId: string }; output: RunView };

  listJobs: { input: Record<string, never>; output: { jobs: readonly JobView[] } };
  /** Newest first. */
  listJobRuns: {
    input: { profileId?: string; cursor?: string };
    output: { runs: readonly RunView[]; cursor?: string };
  };
  getJobRun: { input: { runId: string }; output: RunView };
  /** Starts a scheduled job at once; the run that is already under way is answered instead when there is one. */
  runJobNow: { input: { jobId: string }; output: RunView };

  /** Points that background work may use an hour on this site, and how many it used of this hour's. */
  getPointBudget: { input: Record<string, never>; output: PointBudgetView };
  /** Whether views are counted, and what that costs. */
  getActivitySettings: { input: Record<string, never>; output: ActivitySettingsView };
  saveActivitySettings: { input: { countViews: boolean; revision: number }; output: ActivitySettingsView };
  savePointBudget: { input: { budgetPoints: number; revision: number }; output: PointBudgetView };

  /** Only people start this job from now on; a run that is under way goes on. */
  pauseJob: { input: { jobId: string }; output: JobView };
  /** It starts by itself again; turns it missed are made up for once, within the hour. */
  resumeJob: { input: { jobId: string }; output: JobView };

  /** The download whose members a browser could read now, or reads; `null` when there is none. */
  getBrowserDownload: { input: { profileId: string }; output: BrowserDownloadView | null };
  /** The caller's browser takes over the reading; the caller's older tab loses it. Refused while another person's reads. */
  claimDownload: { input: { profileId: string }; output: SharedReadingView };
  /** Hands in pages of members in the order of the places. Without pages it only says that the browser is still there. */
  handInMembers: {
    input: { runId: string; token: string; pages: readonly HandedInPage[] };
    output: SharedReadingView;
  };
  /** The background goes on where the browser stopped. */
  releaseDownload: { input: { runId: string; token: string }; output: { released: boolean } };

  /** Newest first; a page may be short, or empty with a cursor. All of what is given must fit. */
  listEvidence: {
    input: {
      kind?: string;
      /** Whom it is about. */
      subject?: AccountId;
      /** Who did it. */
      by?: AccountId;
      candidate?: string;
      from?: Instant;
      to?: Instant;
      cursor?: string;
    };
    output: { entries: readonly EvidenceEntryView[]; cursor?: string };
  };
  /** How long the log is, where it ends, and which kinds of entries there are. */
  getEvidenceLog: { input: Record<string, never>; output: { head: EvidenceAnchor; kinds: readonly string[] } };
  /**
   * A bounded piece of the log from entry `first` on, oldest first, as it was sealed: for exports. `people`: whom its pseudonyms
   * stand for, but for erased people. `next`: read on from there.
   */
  readEvidence: {
    input: { first: number };
    output: {
      entries: readonly EvidenceEntryView[];
      people: Readonly<Record<string, AccountId>>;
      head: EvidenceAnchor;
      /** The last entry that was deleted; number 0: none. */
      start: EvidenceAnchor;
      next: number | null;
    };
  };
  /** How long evidence is kept: months, or null for good. */
  getEvidenceRetention: { input: Record<string, never>; output: EvidenceRetentionView };
  saveEvidenceRetention: { input: { months: number | null; revision: number }; output: EvidenceRetentionView };
  /** Erases somebody from everything that is stored, as a job; a seat they still hold is read anew by the next download. */
  erasePerson: { input: { accountId: AccountId }; output: RunView };
  /** Verifies a bounded piece of the log behind `after` (0 and 64 zeros: from the start). Ask on from `upTo` until `isDone`. */
  verifyEvidence: { input: { after: EvidenceAnchor }; output: EvidenceVerification };

  /** What only this site could tell, and what is under way. Only Jira administrators see and run it. */
  getSiteChecks: { input: Record<string, never>; output: SiteChecksView };
  /** Tries one check, or begins one that takes minutes or waits for something; it can be left. */
  runSiteCheck: { input: { check: Exclude<SiteCheckName, SiteMeasurement['check']> }; output: SiteChecksView };
  /** What the page itself measured, or its person saw. */
  recordSiteMeasurement: { input: SiteMeasurement; output: SiteChecksView };
  /** Gives a watch or a long check up. `didIt`: what was to be done in Jira was done, and nothing came. */
  stopSiteCheck: {
    input: { check: 'work-events' | 'work-item-views' | 'board-views' | 'list-views' | 'job-memory'; didIt: boolean };
    output: SiteChecksView;
  };
  /** Takes whoever a check could not take out of the test group out of it, as the caller. */
  tidySiteChecks: { input: Record<string, never>; output: SiteChecksView };
  /** What was found, for support: no account ids, no names. */
  getSupportFile: { input: Record<string, never>; output: SupportFileView };
}

/** Every operation of the personal page “My Jira seat”: a person asks about nobody but themselves. */
export interface PersonalApi {
  /** The seats of the caller, and what they were asked. */
  getMySeats: { input: Record<string, never>; output: MySeats };
  /** Answers a question about the caller's own seat; may be changed until somebody decided or the seat is being taken back. */
  answerNotice: { input: { number: string; answer: 'keep' | 'release'; reason: string }; output: MySeats };
}

export interface MySeats {
  readonly seats: readonly MySeat[];
}

export interface MySeat {
  readonly roleKey: RoleKey;
  readonly application: string;
  /** `unknown`: could not be read completely. */
  readonly activity:
    | { readonly kind: 'seen'; readonly at: Instant }
    | { readonly kind: 'none-since'; readonly since: Instant }
    | { readonly kind: 'unknown' };
  readonly question: MySeatQuestion | null;
}

export interface MySeatQuestion {
  /** Of the removal candidate. */
  readonly number: string;
  readonly askedAt: Instant;
  /** Without an answer the seat is taken back after this: the told day is over everywhere by then. */
  readonly answerBy: Instant;
  /** The last day to answer, `YYYY-MM-DD`, and the time zone in which it is counted. */
  readonly answerDay: string;
  readonly answerZone: string;
  /**
   * `asked`: waits for the answer. `wants-to-keep`: an administrator decides. `released`: will be taken back. `denied`: an
   * administrator decided to take it back. `kept`: an administrator agreed.
   */
  readonly state: 'asked' | 'wants-to-keep' | 'released' | 'denied' | 'kept';
  readonly answeredAt: Instant | null;
  /** `kept`: nobody is asked again before this. */
  readonly keptUntil: Instant | null;
  /** Its last day, `YYYY-MM-DD`, wherever one is. */
  readonly keptThrough: string | null;
  readonly mayAnswer: boolean;
}

export type Operation = keyof Api;
export type Input<Name extends Operation> = Api[Name]['input'];
export type Output<Name extends Operation> = Api[Name]['output'];

export interface Session {
  readonly accountId: AccountId;
  /** What the caller may do here; the server checks it again at every operation. */
  readonly may: readonly AppRole[];
  readonly cloudId: string;
  /** `unknown`: Atlassian tells of none, as while the app is developed or not sold. */
  readonly license: 'active' | 'inactive' | 'unknown';
  readonly app: {
    readonly appId: string;
    readonly environmentId: string;
    readonly installationId: string;
    readonly version: string;
  };
}

export interface RoleView {
  readonly key: RoleKey;
  readonly name: string;
  /** Purchased seats; null when unlimited. */
  readonly seats: number | null;
  readonly usedSeats: number;
}

export interface Overview {
  /** Published profiles first. Empty: nothing configured yet, show the guided start. */
  readonly profiles: readonly { readonly id: string; readonly displayName: string; readonly status: ProfileStatus }[];
  readonly byRole: readonly RoleNumbers[];
  /** A person with several applications is several seats. */
  readonly seats: number;
  readonly inactive: number;
  readonly unknown: number;
  readonly candidatesReady: number;
  /** Candidates in Attention Required: somebody has to mend something first. */
  readonly attentionRequired: number;
  /** People who want to keep their seat: an administrator has to decide. */
  readonly keepRequests: number;
  /** Removals that wait for a second person's approval. */
  readonly reclaimRequests: readonly { readonly id: string; readonly profileId: string; readonly seats: number }[];
  /** Reclamation rules that nobody confirmed: reclaim is locked for their candidates. */
  readonly rulesToReview: number;
  readonly savings: Savings;
  /** The same numbers at earlier evaluations of the last 90 days, oldest first, today's last. */
  readonly trend: readonly TrendPoint[];
  /** Last meaningful activity of every seat, in days before now. */
  readonly activityBuckets: readonly ActivityBucket[];
  readonly running: readonly RunView[];
  readonly lastRuns: readonly RunView[];
  readonly health: DataHealth;
}

export interface RoleNumbers {
  readonly roleKey: RoleKey;
  readonly name: string;
  readonly seats: number;
  readonly active: number;
  readonly inactive: number;
  readonly unknown: number;
  readonly candidates: number;
  /** Kept out of all the numbers above by an exclusion rule. */
  readonly excluded: number;
  readonly savings: Savings;
}

export interface Savings {
  /** Per month, in `currency`. */
  readonly amount: number;
  readonly currency: string;
  /** `estimate`: from public list prices; `entered`: an administrator gave the unit cost. */
  readonly source: 'estimate' | 'entered';
}

export interface TrendPoint {
  readonly at: Instant;
  readonly seats: number;
  readonly inactive: number;
  /** Potential savings a month. */
  readonly savings: number;
}

export interface ActivityBucket {
  /** `Never used`: a new account. `None seen`: watched, and nothing was seen. `Unknown`: could not be read, or not long enough. */
  readonly label: '0–30' | '30–60' | '60–90' | '90–120' | '120+' | 'None seen' | 'Never used' | 'Unknown';
  readonly seats: number;
}

/** What somebody last did, or which of the other answers there is. */
export type LastSeenAs = ActivityClass | 'none-since' | 'never' | 'unknown';

export interface ActivityBreakdownView {
  /** When it was counted; null: by no evaluation yet. */
  readonly at: Instant | null;
  readonly byRole: readonly BreakdownRow[];
  /** A seat that several groups give is counted with each of them. */
  readonly byGroup: readonly BreakdownRow[];
  /** By what was last done; `key` is one of `LastSeenAs`. */
  readonly byClass: readonly BreakdownRow[];
}

/** Most seats first; only what has seats. */
export interface BreakdownRow {
  readonly key: string;
  readonly name: string;
  readonly seats: number;
  readonly spans: Readonly<Record<ActivityBucket['label'], number>>;
  readonly seenAs: Readonly<Record<LastSeenAs, number>>;
}

export interface DataHealth {
  readonly state: 'healthy' | 'incomplete' | 'empty';
  /** Sentences, worst first. */
  readonly notes: readonly string[];
  readonly downloadedAt: Instant | null;
  readonly activityFrom: Instant | null;
  readonly activityTo: Instant | null;
}

export type ProfileStatus = 'Draft' | 'Published';

/**
 * `viewer` reads; `reclaimer` also acts on candidates; `integrator` also changes profiles and jobs; `administrator` (whoever
 * administers Jira) also gives these roles.
 */
export type AppRole = 'administrator' | 'integrator' | 'reclaimer' | 'viewer';

export interface AppRolesView {
  readonly revision: number;
  readonly integratorGroupIds: readonly GroupId[];
  readonly reclaimerGroupIds: readonly GroupId[];
  readonly viewerGroupIds: readonly GroupId[];
}
export type AppRolesInput = AppRolesView;

/** Every seat of an application, for the profile type; or every seat of a person, in all profiles. */
export type ExclusionTarget =
  { readonly kind: 'identifier'; readonly roleKey: RoleKey } | { readonly kind: 'user'; readonly accountId: AccountId };

export interface ExclusionView {
  readonly id: string;
  readonly revision: number;
  readonly target: ExclusionTarget;
  readonly active: boolean;
  readonly createdAt: Instant;
  readonly createdBy: AccountId;
  readonly changedAt: Instant;
  readonly changedBy: AccountId;
}

export interface SoftwareModelsView {
  /** What everything is paid in: amounts of different currencies can't be added. */
  readonly currency: string;
  readonly models: readonly SoftwareModelView[];
}

export interface SoftwareModelView {
  /** The subscription identifier. */
  readonly roleKey: RoleKey;
  readonly revision: number;
  /** The label of its subscriptions. */
  readonly name: string;
  /** What somebody named it; null: it follows Jira. */
  readonly givenName: string | null;
  /** As Jira names the application. */
  readonly roleName: string;
  /** False: an unrecognized subscription identifier; name it. */
  readonly isRecognized: boolean;
  readonly subscriptions: number;
  /** Display names of the profiles whose subscriptions have it. */
  readonly profiles: readonly string[];
  /** Per seat and month. */
  readonly unitCost: Savings;
  readonly changedAt: Instant | null;
  readonly changedBy: AccountId | null;
}

export interface PublishPreview {
  /** How the first run would search for activity; null: activity is not read. */
  readonly plan: 'crawl' | 'probe' | null;
  /** Names of the jobs that will exist. */
  readonly jobs: readonly string[];
  readonly memberships: number;
  readonly issues: number;
  /** Of the first run of all jobs. */
  readonly estimatedRequests: number;
  readonly estimatedPoints: number;
  readonly estimatedSeconds: number;
  /** Points this site may use an hour: more than that takes several hours. */
  readonly hourlyBudget: number;
}

export interface ActivityEstimate {
  readonly issues: number;
  /** How the first run would search for activity; null: activity is not read. */
  readonly plan: 'crawl' | 'probe' | null;
  readonly estimatedRequests: number;
  readonly estimatedPoints: number;
  readonly estimatedSeconds: number;
  readonly hourlyBudget: number;
}

export interface DeletePreview {
  readonly seats: number;
  readonly people: number;
  readonly openCandidates: number;
  /** Seats that were taken back and nobody has again: without the profile this app can't give them back. */
  readonly takenBack: number;
  readonly jobs: number;
  /** Reclamation rules stay. */
  readonly keptRules: number;
}

export interface OperatorView {
  readonly accountId: AccountId;
  readonly authorizedAt: Instant;
  /** The daily check: still active, still a site administrator. Null before the first check. */
  readonly checkedAt: Instant | null;
  /** Why the operator may not act, with what to do; null when all is well. */
  readonly problem: string | null;
  /** What does not stop the operator but should be mended; null when there is nothing. */
  readonly warning: string | null;
}

export interface ReadinessView {
  readonly ready: boolean;
  readonly at: Instant;
  readonly checks: readonly {
    readonly name: string;
    /** What is unknown blocks nothing. */
    readonly state: 'passed' | 'unknown' | 'failed';
    readonly text: string;
  }[];
}

/** Whether the site agreed to a scope; unknown where the platform does not tell. */
export type ScopeAgreement = 'agreed' | 'not-agreed' | 'unknown';

export interface VendorProcess {
  readonly process: 'Download subscriptions' | 'Calculate activity' | 'Reclaim subscriptions';
  readonly subflow: string;
  readonly reads: string;
  readonly jiraRole: string;
  readonly scopes: readonly { readonly scope: string; readonly reason: string; readonly agreement: ScopeAgreement }[];
}

export interface ProfileInput {
  readonly profileId?: string;
  /** Required with `profileId`: the revision that was edited. */
  readonly revision?: number;
  readonly displayName: string;
  /** Unique; made from the display name when left out. */
  readonly connectionName?: string;
  /** The administrator saw what a date more than 60 days back costs and wants it. */
  readonly lookBackConfirmed?: boolean;
  readonly downloadActivity: boolean;
  readonly analyzeFrom: Instant;
  readonly reclaim: boolean;
  readonly groupIds: readonly GroupId[];
}

export interface ProfileView {
  readonly id: string;
  readonly revision: number;
  readonly displayName: string;
  readonly status: ProfileStatus;
  readonly profileType: 'Jira Subscription';
  /** Always true: it can't be cleared. */
  readonly downloadSubscriptions: true;
  readonly downloadActivity: boolean;
  readonly analyzeFrom: Instant;
  readonly reclaim: boolean;
  readonly groupIds: readonly GroupId[];
  /** Acts in the background when seats are reclaimed; whoever published the profile with reclaim switched on. */
  readonly reclaimOperator: AccountId | null;
  /** The original's "Connection & Credential" value. */
  readonly connection: ConnectionValue;
  readonly connectionUrl: string;
  readonly connectionName: string;
  /** The first profile uses the parent connection; every further one has a child of its own. */
  readonly connectionKind: 'parent' | 'child';
  readonly operator: OperatorView | null;
  /** Why no seat can be reclaimed with this profile now; null when nothing stands in the way. */
  readonly reclaimLock: string | null;
  readonly validation: ValidationView | null;
  /** The server would accept Publish now. */
  readonly canPublish: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly publishedAt: Instant | null;
}

export type ConnectionValue =
  | 'sn_jira_spoke.jira_subscription'
  | 'sn_jira_spoke.jira_subscription_activity'
  | 'sn_jira_spoke.jira_subscription_reclaim'
  | 'sn_jira_spoke.jira_subscription_activity_reclaim';

export interface ValidationView {
  readonly at: Instant;
  readonly ok: boolean;
  /** The profile changed since: validate again. */
  readonly stale: boolean;
  readonly probes: readonly ProbeResult[];
}

export interface ProbeResult {
  readonly name: string;
  /** The Jira operation that was tried, e.g. `GET /rest/api/3/group/member`. */
  readonly operation: string;
  readonly process: 'Download subscriptions' | 'Calculate activity';
  /** Nothing stands against publishing. */
  readonly ok: boolean;
  /** Publishing is possible, but part of the activity can't be seen: `text` says what that means. */
  readonly limited: boolean;
  /** What it proved, or what went wrong and how to mend it. */
  readonly text: string;
}

export interface JiraGroupView {
  readonly id: GroupId;
  readonly name: string;
  /** Applications whose seat membership gives. */
  readonly roles: readonly RoleKey[];
  readonly defaultFor: readonly RoleKey[];
  readonly access: 'none' | 'user' | 'admin' | 'site-admin';
  /** Jira refused to change it before, or people who were removed come back to it. */
  readonly externallyManaged: boolean;
  /** Why, in a sentence; null when it is not. */
  readonly managedBecause: string | null;
  /** How many people were found in it again after a removal, without a restore. */
  readonly returnedPeople: number;
  /** Gives a seat and no administrator's rights. */
  readonly preselected: boolean;
}

export interface SubscriptionTable {
  /** The download behind the list, and how many buckets of plain rows it has. */
  readonly generation: string;
  readonly buckets: number;
  /** Names what the parts hold: another list is another name. */
  readonly list: string;
  readonly parts: number;
  readonly seats: number;
  readonly people: number;
  readonly completedAt: Instant;
  readonly roles: readonly { readonly key: RoleKey; readonly name: string }[];
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  readonly coverage: {
    readonly from: Instant;
    readonly to: Instant;
    readonly complete: boolean;
    /** What makes silence unknown. */
    readonly gaps: readonly string[];
    /** What is told beside it. */
    readonly limits: readonly CoverageLimitView[];
    /** Views are known from here on; null: not counted yet. */
    readonly viewsFrom: Instant | null;
  } | null;
}

/** Many seats, packed: they are told apart by what is in the columns, an entry a seat in each. */
export interface SubscriptionPart {
  readonly shapes: readonly SeatShapeView[];
  /** What the account ids have beyond their form, one a line, deflated (zlib), in base64. */
  readonly accounts: string;
  /** `SeatColumns` as JSON, deflated (zlib), in base64. */
  readonly columns: string;
}

/** What many seats have in common. */
export interface SeatShapeView extends Pick<
  SubscriptionRow,
  'role' | 'groups' | 'guest' | 'serviceAccount' | 'heldBefore' | 'usage' | 'span'
> {
  /** What the account id is made of: this, then hexadecimal digits, with the dashes of a UUID where it is one. */
  readonly account: { readonly prefix: string; readonly isUuid: boolean };
  readonly activity: ActivityShapeView;
  /** Of the candidate, as of the list. */
  readonly state: CandidateState | null;
}

export type ActivityShapeView =
  | { readonly kind: 'seen'; readonly activityClass: ActivityClass; readonly what: string }
  | { readonly kind: 'none-since' | 'never' }
  | { readonly kind: 'unknown'; readonly because: string };

export interface SeatColumns {
  /** Places among the shapes. */
  readonly shapes: readonly number[];
  /** In milliseconds, as are those of the activity; 0 where there is none. */
  readonly firstSeen: readonly number[];
  readonly at: readonly number[];
  /** Empty: never a candidate. */
  readonly candidates: readonly string[];
}

export interface SubscriptionRefs {
  /**
   * A text a seat of the part, in its order, as JSON, deflated (zlib), in base64: the key of the work item behind its activity, or
   * `audit:<id>` of an audit record; empty when it is not known.
   */
  readonly refs: string;
}

export interface SubscriptionChanges {
  /** What active exclusion rules are about. */
  readonly exclusions: readonly ExclusionTarget[];
  /** The newest candidate of each of these seats, instead of the one in the list. */
  readonly candidates: readonly {
    readonly accountId: AccountId;
    readonly roleKey: RoleKey;
    readonly number: string;
    readonly state: CandidateState;
  }[];
  /** Where to go on; null: this was all. */
  readonly next: number | null;
}

/** One person's seat of one application. */
export interface SubscriptionRow {
  readonly accountId: AccountId;
  /** Index into `SubscriptionTable.roles`. */
  readonly role: number;
  /** Indexes into `SubscriptionTable.groups`: the selected groups that give the seat. */
  readonly groups: readonly number[];
  /** A guest of the site; false also while Jira was not asked about the account yet. */
  readonly guest: boolean;
  /** Belongs to a program; false also while Jira was not asked about the account yet. Usually programs take no seat. */
  readonly serviceAccount: boolean;
  /** When the seat was given, or first seen. */
  readonly firstSeen: Instant;
  /** It is older: the first download showed it already. */
  readonly heldBefore: boolean;
  readonly activity: ActivityView;
  /** Whole days without activity; null unless activity was seen. */
  readonly inactiveDays: number | null;
  /** As the last evaluation counts it for the overview: silence that was not watched long enough is unknown. */
  readonly usage: Usage;
  readonly span: ActivityBucket['label'];
  readonly candidate: { readonly number: string; readonly state: CandidateState } | null;
  /** What the exclusion rule that keeps this seat is about; null when none does. */
  readonly excludedBy: ExclusionTarget['kind'] | null;
}

export type ActivityView =
  | {
      readonly kind: 'seen';
      readonly at: Instant;
      readonly activityClass: ActivityClass;
      readonly what: string;
      /**
       * Key of the work item behind it, or `audit:<id>` of an audit record; null when it is not known. Only plain rows have it: those
       * of a list stand in `SubscriptionRefs`.
       */
      readonly ref?: string | null;
    }
  | { readonly kind: 'none-since'; readonly since: Instant }
  /** A new account: access was first given at `since` and never used. */
  | { readonly kind: 'never'; readonly since: Instant }
  | { readonly kind: 'unknown'; readonly because: string };

export type Usage = 'active' | 'inactive' | 'unknown';

export type ActivityClass = 'contribution' | 'administration' | 'view';

/**
 * What counts as activity for a rule. `original-compatible`: work item created, comment added or edited, and the original's
 * audit categories. `any-contribution`: every contribution and administration. `including-views`: views too, as far as they
 * were seen.
 */
export type ActivityBasis = 'original-compatible' | 'any-contribution' | 'including-views';

export type RuleCadence = 'daily' | 'weekly' | 'monthly';
export type RuleMode = 'apply' | 'preview';
export type AnswerDays = 'all' | 'monday-to-friday' | 'sunday-to-thursday';

/** What a person decides on the form of a rule. */
export interface RuleSettings {
  readonly name: string;
  readonly lastActivityThresholdDays: number;
  readonly activityBasis: ActivityBasis;
  /** Also propose people of whom no activity was ever seen. */
  readonly includeNoActivity: boolean;
  /** False: only usage is counted, nobody is proposed. */
  readonly createCandidates: boolean;
  /** People whose seat is younger are never proposed. */
  readonly newAccountGraceDays: number;
  /** A reclaim in the background is refused when more seats than either limit would be taken back within 24 hours. */
  readonly maxSeatsPerRun: number;
  readonly maxPercentPerRun: number;
  /** More seats than this in 24 hours need a second person's approval; null: never. One click is never held by it. */
  readonly secondPersonAbove: number | null;
  /** Nobody's seat is taken from `from` on and before `until`; null: on any day. */
  readonly freeze: { readonly from: Instant; readonly until: Instant } | null;
  /** Which seats the rule looks at: given by one of these groups (none: by any), in the list before that moment. */
  readonly condition: { readonly groupIds: readonly GroupId[]; readonly firstSeenBefore: Instant | null };
  /** Never proposed and never removed with this profile. */
  readonly protectedAccountIds: readonly AccountId[];
  readonly protectedGroupIds: readonly GroupId[];
  /** How often candidates are opened; they are closed at every evaluation. */
  readonly cadence: RuleCadence;
  /** `preview`: who would be proposed is only counted. */
  readonly mode: RuleMode;
  /** People are asked by mail before their seat is taken back, and may say that they want to keep it. */
  readonly notifyUser: boolean;
  /** How long they have to answer (1–90); silence counts as consent. */
  readonly daysBeforeAutoReclamation: number;
  /** Which days those are; the others stop the time. */
  readonly answerDays: AnswerDays;
}

/** Left out: as the rule has them. */
export type RuleSettingsInput = Omit<RuleSettings, LaterSettings> & Partial<Pick<RuleSettings, LaterSettings>>;
type LaterSettings = 'notifyUser' | 'daysBeforeAutoReclamation' | 'answerDays' | 'secondPersonAbove' | 'freeze';

export interface NoticeSettingsView {
  /** 0: nobody chose a work item yet. */
  readonly revision: number;
  /** Its key. */
  readonly workItem: string | null;
}

export interface ReclamationRuleView extends RuleSettings {
  readonly id: string;
  /** Name it when saving or confirming. */
  readonly revision: number;
  readonly profileId: string;
  readonly roleKey: RoleKey;
  readonly automatic: boolean;
  /** Null: not confirmed by a person since it was made or changed; reclaim is locked until then. */
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: AccountId | null;
  /** Null: as publishing made it. */
  readonly changedAt: Instant | null;
  readonly changedBy: AccountId | null;
  readonly openCandidates: number;
  /** At the last evaluation; for the mode `preview`. */
  readonly wouldPropose: number;
  /** Why the rule can't propose anybody now; null when nothing stands against it. */
  readonly held: string | null;
}

export interface RulePreview {
  readonly seats: number;
  /** Seats that would be candidates. */
  readonly candidates: number;
  /** Of those, seats without an open candidate now. */
  readonly more: number;
  /** Open candidates that these settings would not propose. */
  readonly fewer: number;
  readonly savings: Savings;
  /** Why the other seats stay, most frequent first. */
  readonly kept: readonly { readonly because: string; readonly seats: number }[];
  /** Why nobody at all can be proposed; null when nothing stands against it. */
  readonly held: string | null;
  readonly notes: readonly string[];
  /** The first of them, idle longest first. */
  readonly first: readonly {
    readonly accountId: AccountId;
    readonly inactiveDays: number | null;
    readonly isNew: boolean;
  }[];
}

/** Why a seat is proposed. Only `Low Usage` is taken back when activity is seen. */
export type Justification = 'Low Usage' | 'Unallocated' | 'Unlicensed' | 'Restricted Software';

export type CandidateState =
  | 'Attention Required'
  | 'Ready'
  | 'Awaiting User'
  | 'Awaiting Approval'
  | 'Awaiting Revocation'
  | 'Closed Complete'
  | 'Closed Skipped'
  | 'Closed Canceled';

export interface CandidateRow {
  readonly number: string;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly state: CandidateState;
  readonly openedAt: Instant;
  readonly inactiveDays: number | null;
  /** When it was closed, or restored after that; null while it is open. */
  readonly settledAt: Instant | null;
  readonly flag: CandidateFlag | null;
  /** Awaiting User: until when the person may answer. Closed Skipped: until when the seat is left alone, where that was decided. */
  readonly until: Instant | null;
  readonly justification: Justification;
  /** What reading the person back after the removal showed; null before it, and where it was closed before lists told. */
  readonly seatFreed: SeatFreed | null;
}

/** `unknown`: Jira still showed the old state. */
export type SeatFreed = 'proven' | 'not-freed' | 'unknown';

/** What a person was asked about their seat, and what came of it. */
export interface NoticeView {
  readonly askedAt: Instant;
  readonly askedBy: AccountId | null;
  /** Key of the work item through which Jira mailed it. */
  readonly workItem: string;
  readonly answerBy: Instant;
  /** The last day to answer, `YYYY-MM-DD`, and the time zone in which it is counted. */
  readonly answerDay: string;
  readonly answerZone: string;
  /** The time to answer went by without an answer: the seat may be taken back. */
  readonly isOverdue: boolean;
  readonly answer: { readonly kind: 'keep' | 'release'; readonly at: Instant } | null;
  readonly decision: {
    readonly kind: 'granted' | 'denied';
    readonly at: Instant;
    readonly by: AccountId;
    readonly keptUntil: Instant | null;
    /** Its last day, `YYYY-MM-DD`, wherever one is. */
    readonly keptThrough: string | null;
  } | null;
}

/**
 * `restored`: the removed groups were given back. `re-added`: the person is back in a group without that. `cannot-be-freed`: a
 * group stands in the way that this app can't change. `not-freed`: the groups were taken, and Jira counts the seat all the same.
 */
export type CandidateFlag = 'restored' | 're-added' | 'cannot-be-freed' | 'not-freed';

export interface CandidateView extends CandidateRow {
  readonly profileId: string;
  /** Whether a rule proposed the seat or a person did. */
  readonly source: 'rule' | 'hand';
  readonly ruleName: string;
  readonly closedAt: Instant | null;
  readonly potentialSavings: Savings;
  /** Why the person was proposed, in one sentence with its numbers. */
  readonly because: string;
  /** What went wrong last and how to mend it; set in Attention Required. */
  readonly attention: string | null;
  /** The run that took the seat back; null: a person did it alone, or nobody has. */
  readonly removedIn: Pick<RunView, 'id' | 'number'> | null;
  /** `isNote`: a work note somebody wrote; everything else happened. */
  readonly timeline: readonly {
    readonly at: Instant;
    readonly text: string;
    readonly by: AccountId | null;
    readonly isNote: boolean;
  }[];
  /** What a person may close it as by hand now. */
  readonly mayClose: readonly ('Closed Complete' | 'Closed Skipped')[];
  readonly groupIds: readonly GroupId[];
  /** What the removal took: exactly what a restore gives back. */
  readonly removedGroupIds: readonly GroupId[];
  /** Found by the last re-check: groups that this app can't change keep the seat. */
  readonly blocked: {
    readonly kind: 'kept-alive' | 'externally-managed';
    readonly groupIds: readonly GroupId[];
  } | null;
  readonly restored: {
    readonly at: Instant;
    readonly by: AccountId | null;
    readonly groupIds: readonly GroupId[];
    readonly missing: readonly GroupId[];
    readonly seatBack: 'proven' | 'not-back' | 'unknown';
  } | null;
  readonly returned: { readonly at: Instant; readonly groupIds: readonly GroupId[] } | null;
  readonly notice: NoticeView | null;
  /** Why the seat can't be given back; null when it can. */
  readonly whyNotRestorable: 'nothing-removed' | 'restored-already' | 'evidence-deleted' | null;
  /** Why this candidate can't be reclaimed now (draft profile, Reclaim switched off); null when it can. */
  readonly frozen: string | null;
}

export interface ChosenCandidate extends CandidateRow {
  /** There are groups that can be given back. */
  readonly isRestorable: boolean;
}

/** One person of a reclaim or a restore. */
export interface RunResult extends ChosenCandidate {
  /** This reclaim took the seat back. */
  readonly isRemoved: boolean;
  /** What the run did, in a sentence; null: nothing, or not yet. */
  readonly what: string | null;
}

export interface ReclaimResult {
  readonly number: string;
  readonly accountId: AccountId;
  /** `asked`: the rule has people asked first; they were mailed, and nothing was removed. */
  readonly outcome: 'would-remove' | 'would-ask' | 'asked' | 'removed' | 'kept' | 'failed';
  readonly seatFreed: SeatFreed | null;
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
  /** Other applications the person loses with these groups. */
  readonly alsoLoses: readonly string[];
  /** What the seat costs: saved when it is freed. */
  readonly savings: Savings;
  /** What was checked, what happened and why; sentences. */
  readonly notes: readonly string[];
}

/** A seat that somebody else has to free. */
export interface WorklistRow {
  readonly number: string;
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  /** The groups that stand in the way. */
  readonly groupIds: readonly GroupId[];
  /** `kept-alive`: groups outside the profile’s selection give the seat too. */
  readonly reason: 'kept-alive' | 'externally-managed';
}

export interface RestoreResult {
  readonly number: string;
  readonly accountId: AccountId;
  /** `partly`: some groups could not be given back; it may be tried again. */
  readonly outcome: 'would-restore' | 'restored' | 'partly' | 'kept' | 'failed';
  readonly seatBack: 'proven' | 'not-back' | 'unknown' | null;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly fate: 'give-back' | 'member-already' | 'gone' | 'administrators' | 'outside-selection';
  }[];
  /** The difference between then and now, what happened and why; sentences. */
  readonly notes: readonly string[];
}

export type JobKind = 'download' | 'activity' | 'evaluate' | 'reclaim' | 'restore' | 'delete' | 'report' | 'erase';
export type RunStatus = 'Queued' | 'Running' | 'Waiting' | 'Complete' | 'Partial' | 'Failed';

export interface JobView {
  readonly id: string;
  readonly profileId: string;
  readonly kind: JobKind;
  /** `SAM - Refresh <profile> Subscriptions`, … */
  readonly name: string;
  readonly subflow: string;
  readonly cadence: string;
  /** Null: it follows another job, or it is paused. */
  readonly nextAt: Instant | null;
  readonly paused: boolean;
  readonly pausedBy: AccountId | null;
  readonly pausedAt: Instant | null;
  readonly lastRun: RunView | null;
}

export interface ActivitySettingsView {
  /** 0: nobody changed it yet. */
  readonly revision: number;
  readonly countViews: boolean;
  /** From when views are known; null: they are not counted, or none arrived yet. */
  readonly viewsFrom: Instant | null;
  /** People whose views are expected: those with a seat who work in Jira. */
  readonly people: number;
  /** What counting is expected to cost a month. */
  readonly invocationsPerMonth: number;
  readonly gbSecondsPerMonth: number;
  /** What Forge gives the app a month without charge, over all its installations. */
  readonly freeGbSecondsPerMonth: number;
}

export interface PointBudgetView {
  readonly budgetPoints: number;
  /** 0: nobody changed the suggested budget yet. */
  readonly revision: number;
  /** By jobs; what a page asks Jira is not held back and not counted. */
  readonly spentThisHour: number;
  /** The end of the clock hour: then everything may be used again. */
  readonly resetsAt: Instant;
  readonly minimum: number;
  readonly maximum: number;
  readonly suggested: number;
}

export interface RunView {
  readonly id: string;
  /** `JOB0000012` */
  readonly number: string;
  readonly profileId: string;
  readonly kind: JobKind;
  readonly name: string;
  readonly status: RunStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly progress: { readonly done: number; readonly total: number | null; readonly unit: string };
  readonly processed: number;
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly skipped: number;
  readonly failed: number;
  readonly requests: number;
  readonly points: number;
  /** Time a function really worked on it, milliseconds. */
  readonly workedMs: number;
  /** Set while Waiting: when it goes on. */
  readonly resumesAt: Instant | null;
  /** What could not be read, in plain words. */
  readonly gaps: readonly string[];
  /** How an activity run searches for what other sources can't tell; null: it has not searched (yet). */
  readonly plan: SearchPlanView | null;
  /** One sentence: what it read, how much it cost, what is missing; or why it failed. */
  readonly summary: string;
}

export interface BrowserDownloadView {
  readonly run: RunView;
  /** Requests a browser would still make; null while sizes are not known. */
  readonly requests: number | null;
  readonly reader: { readonly accountId: AccountId; readonly isYou: boolean; readonly until: Instant } | null;
}

/**
 * What a browser that reads for a download does next. `read`: these places. `wait`: the background finishes its piece first.
 * `check`: everything is there, the app proves it. `finished`: the run is over. `taken`: another tab or person reads now.
 * `ended`: the browser said nothing for too long and the background went on.
 */
export interface SharedReadingView {
  readonly runId: string;
  readonly token: string;
  readonly state: 'read' | 'wait' | 'check' | 'finished' | 'taken' | 'ended';
  readonly places: readonly MemberPlaceView[];
  readonly done: number;
  readonly total: number | null;
  /** Pages that browsers handed in so far. */
  readonly handedIn: number;
  /** What the app's own calls of the run have cost so far. */
  readonly points: number;
  readonly status: RunStatus;
  readonly summary: string;
}

/** Pages of a group that follow each other: read one after the other. */
export interface MemberPlaceView {
  readonly groupId: GroupId;
  readonly attempt: number;
  readonly startAt: number;
  readonly pages: number;
}

/** A page of `GET /rest/api/3/group/member` as Jira answered it. */
export interface HandedInPage {
  readonly groupId: GroupId;
  readonly attempt: number;
  readonly startAt: number;
  readonly total: number | null;
  readonly isLast: boolean;
  readonly members: readonly {
    readonly accountId: AccountId;
    readonly accountType: string;
    readonly active: boolean;
  }[];
}

export interface SearchPlanView {
  /**
   * `events`: nothing is searched, product events told everything. `crawl`: every work item that was updated. `probe`: only for
   * the people of whom nothing else shows anything.
   */
  readonly kind: 'events' | 'crawl' | 'probe';
  readonly estimatedRequests: number;
  readonly estimatedPoints: number;
  /** What the search did cost; null before the run has ended. */
  readonly requests: number | null;
  readonly points: number | null;
}

/** What can't be seen although everything was read: it is told, but nobody's silence becomes unknown over it. */
export interface CoverageLimitView {
  readonly kind:
    | 'hidden-projects'
    | 'hidden-work-items'
    | 'unread-items'
    | 'search-warning'
    | 'unclear-people'
    | 'newest-only'
    | 'missing-views'
    | 'unknown-accounts'
    /** Entries of the audit log that we don't understand: whom they name is treated as new. */
    | 'audit-not-understood';
  readonly text: string;
}

export interface EvidenceEntryView {
  readonly sequence: number;
  readonly at: Instant;
  readonly kind: string;
  /** Who did it; a pseudonym (`person-…`) where they were erased, or where entries are shown as they were sealed. */
  readonly by: AccountId | null;
  readonly subject: AccountId | null;
  readonly candidate: string | null;
  readonly text: string;
  /** Exact facts: ids and counts. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON of everything else: docs/evidence.md. */
  readonly hash: string;
}

export interface EvidenceRetentionView {
  readonly revision: number;
  /** null: kept for good. */
  readonly months: number | null;
  readonly leastMonths: number;
  readonly mostMonths: number;
  /** What is gone, or on its way: entries up to this number, the latest of this moment; null: nothing. */
  readonly deleted: { readonly upTo: number; readonly until: Instant } | null;
}

/** One entry by its number and fingerprint: who keeps it can tell later whether the log before it is still the same. */
export interface EvidenceAnchor {
  readonly sequence: number;
  readonly hash: string;
}

export interface EvidenceVerification {
  /** The last entry that was proven. */
  readonly upTo: EvidenceAnchor;
  readonly head: EvidenceAnchor;
  /** The last entry that was deleted; number 0: none. */
  readonly start: EvidenceAnchor;
  /**
   * The first entry that does not fit. `changed`: its content is not what was sealed. `unlinked`: it does not follow from the
   * entry before it. `missing`: it is not there. `cut-off`: the log ends before its last entry, or goes on behind it.
   */
  readonly broken: {
    readonly sequence: number;
    readonly problem: 'changed' | 'unlinked' | 'missing' | 'cut-off';
  } | null;
  readonly isDone: boolean;
}

/** One tick or cross of the safety gate, worst first. */
export interface GateCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, with its numbers; when it is not ok also what to do. */
  readonly text: string;
  /** Whom a cross holds: every removal, or only those in the background. */
  readonly holds: 'everything' | 'batches';
  /** The application whose rule was looked at; left out where a check is about all of them. */
  readonly roleKey?: RoleKey;
  /** Numbers that changed abnormally: of which evaluation, and who found them right; null: nobody yet. */
  readonly abnormal?: {
    readonly evaluatedAt: Instant;
    readonly acknowledged: { readonly at: Instant; readonly by: AccountId } | null;
  };
}

/** Seats that somebody wants another person to approve taking back. */
export interface ReclaimRequestView {
  readonly id: string;
  readonly profileId: string;
  readonly requestedBy: AccountId;
  readonly requestedAt: Instant;
  readonly expiresAt: Instant;
  /** Exactly whose seats are meant. */
  readonly numbers: readonly string[];
  /** How many of them can still be taken back: the number that is approved. */
  readonly takeable: number;
  /** Of those. */
  readonly savings: Savings;
  /** `starting`: somebody approved it a moment ago. `expired`: nobody decided in time. */
  readonly state: 'open' | 'starting' | 'approved' | 'declined' | 'withdrawn' | 'expired';
  readonly decidedBy: AccountId | null;
  readonly decidedAt: Instant | null;
  readonly note: string;
  /** What takes the seats back; null until it was approved. */
  readonly runId: string | null;
}

/** Whether seats may be reclaimed with a profile now, and everything that was looked at. */
export interface SafetyGateView {
  /** Every check is right. */
  readonly open: boolean;
  /** An administrator may still reclaim one by one. */
  readonly openForOne: boolean;
  readonly at: Instant;
  readonly checks: readonly GateCheck[];
  /** How many more seats of an application one person may take back without a second one; others are not limited so. */
  readonly seatsAlone: readonly { readonly roleKey: RoleKey; readonly seats: number }[];
}

/** Something a person did that is known. */
export interface ActivityEventView {
  readonly at: Instant;
  /** `day`: only the day is known (a product event), `exact`: to the second. */
  readonly precision: 'exact' | 'day';
  readonly activityClass: ActivityClass;
  /** In words: “Comment added”. */
  readonly what: string;
  /** Key of the work item behind it; null when there is none. */
  readonly issueKey: string | null;
}

/** What is known about one person's activity, and what could not be seen. Newest first. */
export interface PersonActivityView {
  readonly accountId: AccountId;
  /** The newest of each kind, and the days on which product events saw the person. */
  readonly events: readonly ActivityEventView[];
  /** From when contributions are known completely; null: not yet. */
  readonly contributionsFrom: Instant | null;
  /** From when views are known; null: they are not counted. */
  readonly viewsFrom: Instant | null;
  /** What could not be read, in plain words. */
  readonly gaps: readonly string[];
}

/** A work item, or Jira's audit log, whose records have no page of their own. */
export type FactLink = { readonly kind: 'work-item'; readonly key: string } | { readonly kind: 'audit-log' };

/** Why somebody is a candidate, or is not: the same card for both. */
export interface DecisionCard {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly decision: 'candidate' | 'keep' | 'unknown';
  /** The answer in one sentence with its numbers. */
  readonly because: string;
  /** Each thing that was looked at, with what was found. `for`: speaks for taking the seat back. */
  readonly facts: readonly {
    readonly name: string;
    readonly text: string;
    readonly speaks: 'for' | 'against' | 'neither';
    /** Where a colleague can check it. */
    readonly link?: FactLink | undefined;
  }[];
  /** Whether a program uses the account; null: Jira could not be asked. Only a name suggests `suspected`. */
  readonly program: 'none' | 'suspected' | 'confirmed-person' | 'confirmed-program' | null;
  /** How sure a proposal because of silence is: each doubt in words; without one high, with one medium. Null for everybody else. */
  readonly confidence: { readonly level: 'high' | 'medium' | 'low'; readonly doubts: readonly string[] } | null;
  /** The moment whose facts are explained: that of the last evaluation. */
  readonly evaluatedAt: Instant;
  /** Selected and other groups that give the seat; `removable`: in the selection and changeable here. */
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly removable: boolean;
    readonly note: string | null;
    /** Other applications that the group gives too. */
    readonly alsoGives: readonly RoleKey[];
  }[];
  /** The open candidate of the seat, where a person proposed it by hand. */
  readonly proposal: {
    readonly number: string;
    readonly by: AccountId | null;
    readonly at: Instant;
    readonly justification: string;
    readonly note: string | null;
  } | null;
  readonly activity: PersonActivityView;
}

export type SiteCheckName =
  | 'group-write-present'
  | 'group-write-background'
  | 'administer-right'
  | 'storage-transaction'
  | 'ways-in'
  | 'admin-page-listed'
  | 'other-people'
  | 'frame-height'
  | 'installed-event'
  | 'context-permissions'
  | 'bridge-points'
  | 'job-memory'
  | 'work-events'
  | 'work-item-views'
  | 'board-views'
  | 'list-views'
  | 'account-types';

/** Numbers and yes or no only. */
export type SiteCheckFacts = Readonly<Record<string, number | boolean | null>>;

/** Measured by the page: rate-limit headers of bridge calls, or how the frame follows its content (pixels). */
export type SiteMeasurement =
  | {
      readonly check: 'bridge-points';
      readonly readings: readonly { readonly hasLimitHeaders: boolean; readonly namesAppQuota: boolean }[];
    }
  | {
      readonly check: 'frame-height';
      readonly heightBefore: number;
      readonly heightAfter: number;
      readonly grownBy: number;
    }
  | { readonly check: 'admin-page-listed'; readonly isListed: boolean };

export interface SiteCheckView {
  readonly check: SiteCheckName;
  /** Who tries it: at once the server or the page, a job for minutes, a person says what they see, or does something in Jira. */
  readonly triedBy: 'server' | 'browser' | 'background' | 'watch' | 'person';
  /** It changes something in Jira for a moment, so it is never run along with others. */
  readonly changesJira: boolean;
  /** A code of this check; null: not tried. */
  readonly outcome: string | null;
  readonly facts: SiteCheckFacts;
  readonly at: Instant | null;
  readonly by: AccountId | null;
  readonly underWay: SiteCheckUnderWay | null;
}

export interface SiteCheckUnderWay {
  readonly since: Instant;
  readonly by: AccountId;
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** A watch: from when every function looks, and until when an event may take. */
  readonly listensFrom: Instant | null;
  readonly until: Instant | null;
  /** Answered, but whoever tried may still be in the test group: somebody at the page takes them out. */
  readonly isLeftOver: boolean;
}

export interface SiteChecksView {
  /** In the order in which they are to be tried. */
  readonly checks: readonly SiteCheckView[];
}

/** JSON as it is sent to support. */
export type SupportFileView = Readonly<Record<string, unknown>>;
