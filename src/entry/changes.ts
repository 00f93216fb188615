import type { AccountId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import type { Operation, PersonalApi } from '../shared/contract';
import type { Refusal } from '../usecases/outcome';
import { recordRefused, type RefusedChange } from '../usecases/record-refused';

/** What an operation would have done, as the sentence of its refusal begins. */
export interface Change {
  readonly what: string;
  /** Absent: `change-refused`. Whatever has its own kind records itself what the rules of the product refuse, every time. */
  readonly kind?: 'reclaim-refused' | 'restore-refused';
}

/** Everything that decides or changes something. Reads, previews and a browser that reads members for a job leave nothing behind when they are refused. */
export const CHANGES: Readonly<Partial<Record<Operation | keyof PersonalApi, Change>>> = {
  reclaimNow: { what: 'Taking a seat back', kind: 'reclaim-refused' },
  startReclaim: { what: 'Taking seats back', kind: 'reclaim-refused' },
  requestReclaim: { what: 'Asking for approval of removals', kind: 'reclaim-refused' },
  decideReclaimRequest: { what: 'Deciding about removals', kind: 'reclaim-refused' },
  restoreNow: { what: 'Giving a seat back', kind: 'restore-refused' },
  startRestore: { what: 'Giving seats back', kind: 'restore-refused' },
  acknowledgeTrend: { what: 'Finding abnormal numbers right' },
  proveSeat: { what: 'Checking again whether a seat was freed' },
  cancelRun: { what: 'Stopping a run' },
  createCandidate: { what: 'Proposing a seat by hand' },
  closeCandidate: { what: 'Closing a candidate by hand' },
  addWorkNote: { what: 'Adding a work note' },
  decideKeepRequest: { what: 'Deciding about a wish to keep a seat' },
  answerNotice: { what: 'Answering whether the seat is still needed' },
  clearExternallyManaged: { what: 'Letting this app change a group again' },
  saveProfile: { what: 'Saving a profile' },
  validateConnection: { what: 'Validating a connection' },
  publishProfile: { what: 'Publishing a profile' },
  deleteProfile: { what: 'Deleting a profile' },
  authorizeOperator: { what: 'Authorizing a reclaim operator' },
  revokeOperator: { what: 'Revoking a reclaim operator' },
  runJobNow: { what: 'Running a job' },
  pauseJob: { what: 'Pausing a job' },
  resumeJob: { what: 'Resuming a job' },
  saveReclamationRule: { what: 'Saving a reclamation rule' },
  confirmReclamationRule: { what: 'Confirming a reclamation rule' },
  saveNoticeSettings: { what: 'Choosing the work item for mails' },
  confirmAccountOwner: { what: 'Confirming whose account it is' },
  saveExclusion: { what: 'Saving an exclusion rule' },
  deleteExclusion: { what: 'Deleting an exclusion rule' },
  saveSoftwareModel: { what: 'Saving a software model' },
  savePointBudget: { what: 'Saving the hourly points' },
  saveActivitySettings: { what: 'Saving how views are counted' },
  saveEvidenceRetention: { what: 'Saving how long evidence is kept' },
  erasePerson: { what: 'Erasing a person' },
  saveAppRoles: { what: 'Saving the roles of this app' },
  runSiteCheck: { what: 'Running a site check' },
  recordSiteMeasurement: { what: 'Recording what the page measured' },
  stopSiteCheck: { what: 'Stopping a site check' },
  tidySiteChecks: { what: 'Emptying the test group of site checks' },
};

const NO_ROLE = 'the person does not have the role for it.';

/** Keeps that somebody without the role for it tried to change something. */
export async function tellNotPermitted(
  operation: Operation,
  by: AccountId,
  ports: Pick<Ports, 'evidence' | 'clock'>,
): Promise<void> {
  const change = CHANGES[operation];
  if (change)
    await recordRefused({ ...refusalOf(operation, change, by), code: 'not-permitted', reason: NO_ROLE }, ports);
}

/** Keeps that a rule of the product refused a change. What somebody mistyped, or saw too late, is no such refusal. */
export async function tellRefused(
  operation: Operation | keyof PersonalApi,
  { code, message: reason }: Pick<Refusal, 'code' | 'message'>,
  { by, input }: { readonly by: AccountId; readonly input: unknown },
  ports: Pick<Ports, 'evidence' | 'clock'>,
): Promise<void> {
  const change = CHANGES[operation];
  if (code !== 'refused' || !change || change.kind) return;
  const { number: candidate } = input as { readonly number?: string };
  await recordRefused({ ...refusalOf(operation, change, by), code, reason, candidate }, ports);
}

function refusalOf(
  operation: string,
  { what, kind }: Change,
  by: AccountId,
): Pick<RefusedChange, 'operation' | 'what' | 'kind' | 'by'> {
  return { operation, what, kind: kind ?? 'change-refused', by };
}
