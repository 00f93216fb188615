import type { AppRole } from '../domain/app-role';
import type { Operation } from '../shared/contract';

/** The role each operation needs. Everybody with a role may read; the compiler misses no operation. */
export const ROLE_FOR: Readonly<Record<Operation, AppRole>> = {
  getSession: 'viewer',
  getOverview: 'viewer',
  listProfiles: 'viewer',
  getProfile: 'viewer',
  listJiraGroups: 'viewer',
  getVendorConfiguration: 'viewer',
  getSubscriptionTable: 'viewer',
  readSubscriptionBucket: 'viewer',
  listReclamationRules: 'viewer',
  getCandidateTable: 'viewer',
  readCandidateBucket: 'viewer',
  getCandidate: 'viewer',
  listJobs: 'viewer',
  listJobRuns: 'viewer',
  getJobRun: 'viewer',
  getPointBudget: 'viewer',
  getBrowserDownload: 'viewer',
  listEvidence: 'viewer',
  getEvidenceLog: 'viewer',
  readEvidence: 'viewer',
  verifyEvidence: 'viewer',
  getAppRoles: 'viewer',
  listExclusions: 'viewer',
  listSoftwareModels: 'viewer',
  reclaimNow: 'reclaimer',
  startReclaim: 'reclaimer',
  previewRestore: 'reclaimer',
  restoreNow: 'reclaimer',
  startRestore: 'reclaimer',
  listRunCandidates: 'viewer',
  cancelRun: 'reclaimer',
  checkReclaimReadiness: 'reclaimer',
  saveProfile: 'integrator',
  validateConnection: 'integrator',
  previewPublish: 'integrator',
  publishProfile: 'integrator',
  estimateActivity: 'integrator',
  previewDelete: 'integrator',
  deleteProfile: 'integrator',
  authorizeOperator: 'integrator',
  revokeOperator: 'integrator',
  runJobNow: 'integrator',
  pauseJob: 'integrator',
  resumeJob: 'integrator',
  savePointBudget: 'integrator',
  claimDownload: 'integrator',
  handInMembers: 'integrator',
  releaseDownload: 'integrator',
  saveExclusion: 'integrator',
  deleteExclusion: 'integrator',
  saveSoftwareModel: 'integrator',
  saveAppRoles: 'administrator',
};

/** Called many times a minute after a claim that was checked: asking Jira each time would cost more than it protects. */
export const FOLLOWS_A_CLAIM: ReadonlySet<Operation> = new Set(['handInMembers']);

export const NOT_PERMITTED: Readonly<Record<AppRole, string>> = {
  viewer:
    'Only Jira administrators, and people they gave a role in this app, can use license management. Ask one of them for help.',
  reclaimer: 'You may look at this, but not take seats back. Ask a Jira administrator for the role Reclaimer.',
  integrator: 'You may not change profiles and jobs. Ask a Jira administrator for the role Integrator.',
  administrator: 'Only Jira administrators can do this.',
};
