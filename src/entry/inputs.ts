import { z } from 'zod';
import { EVIDENCE_KINDS } from '../domain/evidence';
import type { Input, Operation } from '../shared/contract';

const empty = z.strictObject({});
const profileId = z.string().min(1).max(100);
const candidateNumber = z.string().regex(/^RC\d{7,}$/, 'a candidate number looks like RC0000123');
const cursor = z.string().min(1).max(2000);
const instant = z.iso.datetime({ offset: true, error: 'a date and time like 2026-11-23T09:30:00.000Z' });

const groupIds = z.array(z.string().min(1).max(200)).max(1000);
const accountId = z.string().min(1).max(128);
const roleKey = z.string().min(1).max(255);
const ofJob = z.strictObject({ jobId: z.string().min(1).max(200) });
const ofRevision = z.strictObject({ profileId, revision: z.number().int().positive() });

const runId = z.string().min(1).max(300);
const place = z.number().int().nonnegative();
const partOfList = z.strictObject({ list: runId, part: place });
const token = z.string().min(1).max(100);
/** Pages of members that a browser hands in at once: with 50 members each about 200 KB; a call may have 500. */
const MAX_PAGES = 40;
/** As Jira answers it: never more than 50 members. */
const memberPage = z.strictObject({
  groupId: z.string().min(1).max(200),
  attempt: z.number().int().positive(),
  startAt: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  isLast: z.boolean(),
  members: z
    .array(
      z.strictObject({
        accountId: z.string().min(1).max(128),
        accountType: z.string().min(1).max(20),
        active: z.boolean(),
      }),
    )
    .max(50),
});

const ofRule = { profileId, ruleId: z.string().min(1).max(400) } as const;
const pixels = z.number().int().min(0).max(1_000_000);
const MAX_NOTE = 2000;
const MAX_THRESHOLD_DAYS = 1095;
/** For longer than a year somebody is excluded. */
const MAX_KEEP_DAYS = 365;
const ruleSettings = z.strictObject({
  name: z.string().max(255),
  lastActivityThresholdDays: z.number().int().min(1).max(MAX_THRESHOLD_DAYS),
  activityBasis: z.enum(['original-compatible', 'any-contribution', 'including-views']),
  includeNoActivity: z.boolean(),
  createCandidates: z.boolean(),
  newAccountGraceDays: z.number().int().min(0).max(365),
  maxSeatsPerRun: z.number().int().min(1).max(100_000),
  maxPercentPerRun: z.number().int().min(1).max(100),
  secondPersonAbove: z.number().int().min(0).max(100_000).nullable().exactOptional(),
  freeze: z.strictObject({ from: instant, until: instant }).nullable().exactOptional(),
  condition: z.strictObject({ groupIds, firstSeenBefore: instant.nullable() }),
  protectedAccountIds: z.array(accountId).max(1000),
  protectedGroupIds: groupIds,
  cadence: z.enum(['daily', 'weekly', 'monthly']),
  mode: z.enum(['apply', 'preview']),
  notifyUser: z.boolean().exactOptional(),
  daysBeforeAutoReclamation: z.number().int().min(1).max(90).exactOptional(),
  answerDays: z.enum(['all', 'monday-to-friday', 'sunday-to-thursday']).exactOptional(),
});

/** The most candidates of one reclaim by number; more at once is done with `all-ready`. */
const MAX_CHOSEN = 1000;

const chosen = {
  profileId,
  numbers: z.union([z.literal('all-ready'), z.array(candidateNumber).min(1).max(MAX_CHOSEN)]),
  expectedCount: z.number().int().nonnegative(),
} as const;

/** The form of every operation's input, checked before anything else happens with it. */
export const INPUTS: { readonly [Name in Operation]: z.ZodType<Input<Name>> } = {
  getSession: empty,
  getOverview: empty,
  getActivityBreakdown: empty,
  listProfiles: empty,
  getProfile: z.strictObject({ profileId }),
  saveProfile: z.strictObject({
    profileId: profileId.exactOptional(),
    revision: z.number().int().positive().exactOptional(),
    displayName: z.string().max(1000),
    downloadActivity: z.boolean(),
    analyzeFrom: instant,
    reclaim: z.boolean(),
    connectionName: z.string().max(1000).exactOptional(),
    lookBackConfirmed: z.boolean().exactOptional(),
    groupIds,
  }),
  validateConnection: z.strictObject({ profileId }),
  publishProfile: ofRevision.extend({ readHere: z.boolean().exactOptional() }),
  previewPublish: z.strictObject({ profileId }),
  estimateActivity: z.strictObject({ analyzeFrom: instant }),
  previewDelete: z.strictObject({ profileId }),
  deleteProfile: ofRevision,
  authorizeOperator: ofRevision,
  revokeOperator: ofRevision,
  checkReclaimReadiness: z.strictObject({ profileId }),
  getVendorConfiguration: empty,
  listExclusions: empty,
  confirmAccountOwner: z.strictObject({ accountId, kind: z.enum(['person', 'program']) }),
  saveExclusion: z.strictObject({
    target: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('identifier'), roleKey }),
      z.strictObject({ kind: z.literal('user'), accountId }),
    ]),
    active: z.boolean(),
    revision: z.number().int().positive().exactOptional(),
  }),
  deleteExclusion: z.strictObject({
    ruleId: z.string().min(1).max(300),
    revision: z.number().int().positive(),
  }),
  listSoftwareModels: empty,
  saveSoftwareModel: z.strictObject({
    roleKey,
    revision: z.number().int().nonnegative(),
    name: z.string().max(1000).nullable(),
    unitCost: z
      .strictObject({
        amount: z.number().nonnegative().max(1_000_000),
        currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, like USD'),
      })
      .nullable(),
  }),
  getAppRoles: empty,
  saveAppRoles: z.strictObject({
    revision: z.number().int().nonnegative(),
    integratorGroupIds: groupIds,
    reclaimerGroupIds: groupIds,
    viewerGroupIds: groupIds,
  }),
  listJiraGroups: empty,
  getSubscriptionTable: z.strictObject({ profileId }),
  readSubscriptionBucket: z.strictObject({ profileId, generation: runId, bucket: place }),
  readSubscriptionPart: partOfList,
  readSubscriptionRefs: partOfList,
  readSubscriptionChanges: z.strictObject({ profileId, list: runId, from: place }),
  getNoticeSettings: empty,
  saveNoticeSettings: z.strictObject({
    workItem: z.string().max(255).nullable(),
    revision: z.number().int().nonnegative(),
  }),
  decideKeepRequest: z.strictObject({
    number: candidateNumber,
    keep: z.boolean(),
    keepDays: z.number().int().min(1).max(MAX_THRESHOLD_DAYS),
    note: z.string().max(MAX_NOTE),
  }),
  getPersonActivity: z.strictObject({ profileId, accountId }),
  getDecisionCard: z.strictObject({ profileId, accountId, roleKey }),
  listReclamationRules: z.strictObject({ profileId }),
  saveReclamationRule: z.strictObject({ ...ofRule, revision: z.number().int().positive(), settings: ruleSettings }),
  confirmReclamationRule: z.strictObject({ ...ofRule, revision: z.number().int().positive() }),
  previewReclamationRule: z.strictObject({ ...ofRule, settings: ruleSettings }),
  getCandidateTable: z.strictObject({ profileId }),
  readCandidateBucket: z.strictObject({ profileId, bucket: z.number().int().nonnegative() }),
  getCandidate: z.strictObject({ number: candidateNumber }),
  createCandidate: z.strictObject({
    profileId,
    accountId,
    roleKey,
    justification: z.enum(['Low Usage', 'Unallocated', 'Unlicensed', 'Restricted Software']),
    note: z.string().max(MAX_NOTE),
  }),
  addWorkNote: z.strictObject({ number: candidateNumber, text: z.string().max(MAX_NOTE) }),
  closeCandidate: z.strictObject({
    number: candidateNumber,
    to: z.enum(['Closed Complete', 'Closed Skipped']),
    note: z.string().max(MAX_NOTE),
    keepDays: z.number().int().min(0).max(MAX_KEEP_DAYS).exactOptional(),
  }),
  reclaimNow: z.strictObject({ number: candidateNumber, mode: z.enum(['preview', 'apply']) }),
  startReclaim: z.strictObject(chosen),
  requestReclaim: z.strictObject(chosen),
  listReclaimRequests: z.strictObject({ profileId }),
  decideReclaimRequest: z.strictObject({
    profileId,
    id: z.string().min(1).max(200),
    approve: z.boolean(),
    note: z.string().max(MAX_NOTE).exactOptional(),
    expectedCount: z.number().int().nonnegative(),
  }),
  readWorklistBucket: z.strictObject({ profileId, bucket: z.number().int().nonnegative() }),
  clearExternallyManaged: z.strictObject({ groupId: z.string().min(1).max(200) }),
  getSafetyGate: z.strictObject({
    profileId,
    stored: z.boolean().exactOptional(),
    roleKeys: z.array(roleKey).max(50).exactOptional(),
  }),
  acknowledgeTrend: z.strictObject({ profileId, evaluatedAt: instant }),
  previewRestore: z.strictObject({ number: candidateNumber }),
  restoreNow: z.strictObject({ number: candidateNumber }),
  startRestore: z.strictObject({
    profileId,
    of: z.union([
      z.strictObject({ numbers: z.array(candidateNumber).min(1).max(MAX_CHOSEN) }),
      z.strictObject({ runId: z.string().min(1).max(300) }),
    ]),
    expectedCount: z.number().int().nonnegative(),
  }),
  listChosenCandidates: z.strictObject({ profileId, numbers: z.array(candidateNumber).min(1).max(MAX_CHOSEN) }),
  readRunResults: z.strictObject({ runId, part: z.number().int().nonnegative() }),
  proveSeat: z.strictObject({ number: candidateNumber }),
  cancelRun: z.strictObject({ runId: z.string().min(1).max(300) }),
  listJobs: empty,
  listJobRuns: z.strictObject({ profileId: profileId.exactOptional(), cursor: cursor.exactOptional() }),
  getJobRun: z.strictObject({ runId }),
  runJobNow: ofJob,
  pauseJob: ofJob,
  resumeJob: ofJob,
  getPointBudget: empty,
  getActivitySettings: empty,
  saveActivitySettings: z.strictObject({ countViews: z.boolean(), revision: z.number().int().nonnegative() }),
  // Which numbers are allowed is a rule of the product and answered as one.
  savePointBudget: z.strictObject({ budgetPoints: z.number(), revision: z.number().int().nonnegative() }),
  getBrowserDownload: z.strictObject({ profileId }),
  claimDownload: z.strictObject({ profileId }),
  handInMembers: z.strictObject({ runId, token, pages: z.array(memberPage).max(MAX_PAGES) }),
  releaseDownload: z.strictObject({ runId, token }),
  getEvidenceRetention: empty,
  saveEvidenceRetention: z.strictObject({ months: z.number().nullable(), revision: z.number().int().nonnegative() }),
  erasePerson: z.strictObject({ accountId }),
  listEvidence: z.strictObject({
    kind: z.enum(EVIDENCE_KINDS).exactOptional(),
    subject: accountId.exactOptional(),
    by: accountId.exactOptional(),
    candidate: candidateNumber.exactOptional(),
    from: instant.exactOptional(),
    to: instant.exactOptional(),
    cursor: cursor.exactOptional(),
  }),
  getEvidenceLog: empty,
  readEvidence: z.strictObject({ first: z.number().int().positive() }),
  verifyEvidence: z.strictObject({
    after: z.strictObject({ sequence: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  }),
  getSiteChecks: empty,
  runSiteCheck: z.strictObject({
    check: z.enum([
      'group-write-present',
      'group-write-background',
      'administer-right',
      'storage-transaction',
      'ways-in',
      'other-people',
      'installed-event',
      'context-permissions',
      'job-memory',
      'work-events',
      'work-item-views',
      'board-views',
      'list-views',
      'account-types',
    ]),
  }),
  recordSiteMeasurement: z.discriminatedUnion('check', [
    z.strictObject({
      check: z.literal('bridge-points'),
      readings: z
        .array(z.strictObject({ hasLimitHeaders: z.boolean(), namesAppQuota: z.boolean() }))
        .min(1)
        .max(20),
    }),
    z.strictObject({ check: z.literal('frame-height'), heightBefore: pixels, heightAfter: pixels, grownBy: pixels }),
    z.strictObject({ check: z.literal('admin-page-listed'), isListed: z.boolean() }),
  ]),
  stopSiteCheck: z.strictObject({
    check: z.enum(['work-events', 'work-item-views', 'board-views', 'list-views', 'job-memory']),
    didIt: z.boolean(),
  }),
  tidySiteChecks: empty,
  getSupportFile: empty,
};
