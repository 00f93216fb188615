import type { LogStart } from '../domain/retention/log-start';
import type { ActivityBasis, ActivityKind, Coverage, PersonActivity } from '../domain/activity';
import type { ExclusionRule } from '../domain/exclusion-rule';
import type { ChainHead, EvidenceEntry, EvidenceFacts, EvidenceKind } from '../domain/evidence';
import type { AccountId, CandidateNumber, GroupId, ProfileId, RunId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { GroupCheck } from '../domain/group-check';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { JobKind, JobRun } from '../domain/job-run';
import type { JiraGroup } from '../domain/jira-group';
import type { ReadingLease } from '../domain/reading-lease';
import type { ReclamationRule } from '../domain/reclamation-rule';
import type { RuleTurns } from '../domain/rule-schedule';
import type { JobPause } from '../domain/scheduled-job';
import type { SoftwareModel } from '../domain/software-model';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { GrantingRole, SeatHolder } from '../domain/software-subscription';
import type { CandidateLine } from './candidate-line';
import type { CandidateRevisions, RevisedLines } from './candidate-revisions';
import type { FoundActivityStore } from './found-activity-store';
import type { UnreadStore } from './unread-store';

export type { CandidateLine } from './candidate-line';

/**
 * Every store throws a Failure. `find…` may answer undefined; `replace…` is conditional on the record's revision and throws
 * `store-conflict` when it changed, otherwise answers the record with its new revision.
 */
export interface ProfileStore {
  find(id: ProfileId): Promise<IntegrationProfile | undefined>;
  /** Profiles that are being deleted are neither found nor listed. */
  list(): Promise<IntegrationProfile[]>;
  listDeleting(): Promise<IntegrationProfile[]>;
  /** Takes the record itself away, as the last step of deleting. */
  remove(id: ProfileId): Promise<void>;
  create(profile: IntegrationProfile): Promise<void>;
  replace(profile: IntegrationProfile): Promise<IntegrationProfile>;
}

export interface CancelRequest {
  readonly at: Instant;
  readonly by: AccountId;
}

export interface RunStore {
  /** False when a run with this id exists already: then nothing was changed. */
  create(run: JobRun): Promise<boolean>;
  find(id: RunId): Promise<JobRun | undefined>;
  replace(run: JobRun): Promise<JobRun>;
  /** The newest run of a kind, by key. */
  findLatest(profileId: ProfileId, kind: JobKind): Promise<JobRun | undefined>;
  markLatest(run: JobRun): Promise<void>;
  /** Asks a run to stop before its next person; the first one who asks is remembered. */
  requestCancel(id: RunId, request: CancelRequest): Promise<void>;
  findCancelRequest(id: RunId): Promise<CancelRequest | undefined>;
  /** Runs that are not over, or over and not closed; oldest first. May lag a moment behind writes. */
  listOpen(): Promise<JobRun[]>;
  /** Newest first; may lag a moment behind writes. */
  list(options: {
    profileId?: ProfileId | undefined;
    cursor?: string | undefined;
  }): Promise<{ runs: JobRun[]; cursor?: string }>;
}

/** One complete download: what readers see until the next one is complete. */
export interface Generation {
  readonly id: string;
  readonly profileId: ProfileId;
  readonly buckets: number;
  readonly people: number;
  readonly seats: number;
  readonly roles: readonly GrantingRole[];
  readonly groups: readonly JiraGroup[];
  readonly completedAt: Instant;
  /** When the first list of the profile was complete: whoever has no date of their own was there already. */
  readonly knownSince: Instant;
  /**
   * Members of the administrators' groups that are not selected: needed to bring them up to date. Stored as buckets that
   * follow those of the list.
   */
  readonly administrators: { readonly groups: readonly JiraGroup[]; readonly buckets: number };
  /** One for every group above. */
  readonly checks: readonly GroupCheck[];
  /** Kept one more round, for the difference; then swept. `buckets` counts those of the administrators too. */
  readonly previous: { readonly id: string; readonly buckets: number } | null;
}

/** A page of members as read, waiting until every page of every group is there. */
export interface StagedMembers {
  readonly groupId: GroupId;
  /** Which reading of the group the page belongs to. */
  readonly attempt: number;
  readonly accountIds: readonly AccountId[];
  /** Members on the page that are no seats: apps, customers. */
  readonly others: readonly AccountId[];
}

export interface SubscriptionStore {
  findCurrent(profileId: ProfileId): Promise<Generation | undefined>;
  readBucket(generation: Pick<Generation, 'id' | 'groups'>, bucket: number): Promise<SeatHolder[]>;
  writeBucket(
    generation: Pick<Generation, 'id' | 'groups'>,
    bucket: number,
    holders: readonly SeatHolder[],
  ): Promise<void>;
  /** Makes a generation the current one: the only moment a reader notices. */
  publish(generation: Generation): Promise<void>;
  /**
   * Stores pages and answers the name of the part, which follows from what is in it: whoever writes at the same time can't put
   * other pages in its place. A part that no run names any more goes away by itself within a month.
   */
  stage(generationId: string, members: readonly StagedMembers[]): Promise<string>;
  readStaged(generationId: string, parts: readonly string[]): Promise<StagedMembers[]>;
  /** Deletes what nobody reads any more: staged parts and buckets of a generation. */
  sweep(generationId: string, what: { readonly parts: readonly string[]; readonly buckets: number }): Promise<void>;
  /** Deletes whatever is staged for a generation, as far as it is listed by now: what a process wrote that died, no run names. */
  sweepStaged(generationId: string): Promise<void>;
  /** Deletes everything that was stored for a generation which never became current, whatever is known of it. */
  discard(generationId: string): Promise<void>;
  /** Deletes the pointer: from here on nothing has been downloaded. */
  unpublish(profileId: ProfileId): Promise<void>;
}

/** Which browsers read the members of which runs. Nothing depends on it but who reads: a lost write costs work, never members. */
export interface ReadingLeaseStore {
  find(runId: RunId): Promise<ReadingLease | undefined>;
  /** Replaces the lease of the run, whoever held it. */
  hold(lease: ReadingLease): Promise<void>;
  release(runId: RunId): Promise<void>;
}

export interface ActivityStore extends UnreadStore, FoundActivityStore {
  /** How many buckets the table has now; undefined before the first write. */
  findBucketCount(): Promise<number | undefined>;
  setBucketCount(count: number): Promise<void>;
  readBucket(count: number, bucket: number): Promise<PersonActivity[]>;
  writeBucket(count: number, bucket: number, people: readonly PersonActivity[]): Promise<void>;
  deleteBuckets(count: number): Promise<void>;
  findCoverage(profileId: ProfileId): Promise<Coverage | undefined>;
  saveCoverage(profileId: ProfileId, coverage: Coverage): Promise<void>;
  deleteCoverage(profileId: ProfileId): Promise<void>;
}

export interface CandidateStore extends CandidateRevisions {
  find(number: CandidateNumber): Promise<RemovalCandidate | undefined>;
  /** The open candidates of one person; may lag a moment behind writes. */
  listOpenOf(accountId: AccountId): Promise<RemovalCandidate[]>;
  /**
   * Adds candidates; one whose number exists already is left as it is. `areNew`: their numbers were reserved a moment ago and
   * nobody has used them, so none is looked for.
   */
  createAll(candidates: readonly RemovalCandidate[], areNew?: boolean): Promise<void>;
  replace(candidate: RemovalCandidate): Promise<RemovalCandidate>;
  findBucketCount(profileId: ProfileId): Promise<number | undefined>;
  setBucketCount(profileId: ProfileId, count: number): Promise<void>;
  readBucket(profileId: ProfileId, count: number, bucket: number): Promise<CandidateLine[]>;
  writeBucket(profileId: ProfileId, count: number, bucket: number, lines: readonly CandidateLine[]): Promise<void>;
  /** Reads, changes and writes back a bucket so that no concurrent change is lost; `change` may be called again. */
  updateBucket(
    profileId: ProfileId,
    count: number,
    bucket: number,
    change: (lines: readonly CandidateLine[]) => readonly CandidateLine[],
  ): Promise<RevisedLines>;
}

export interface RuleStore {
  /** Oldest first. */
  list(profileId: ProfileId): Promise<ReclamationRule[]>;
  /** Adds (revision 0) or changes a rule of its profile on condition of its revision; answers it with the new one. */
  save(rule: ReclamationRule): Promise<ReclamationRule>;
  findTurns(profileId: ProfileId): Promise<RuleTurns>;
  saveTurns(profileId: ProfileId, turns: RuleTurns): Promise<void>;
}

/** Which entries are asked for: all of what is given must fit. */
export interface EvidenceFilter {
  readonly kind?: EvidenceKind | undefined;
  /** Whom it is about. */
  readonly subject?: AccountId | undefined;
  /** Who did it. */
  readonly by?: AccountId | undefined;
  readonly candidate?: CandidateNumber | undefined;
  readonly from?: Instant | undefined;
  /** Up to and with this moment. */
  readonly to?: Instant | undefined;
}

/** Facts name people by their account ids; entries come back with pseudonyms, which `PeopleStore` knows whom they stand for. */
export interface EvidenceStore {
  /**
   * Seals and appends; concurrent writers are put in a row. `once` names what is recorded: an entry with that name that is there
   * already is answered instead, so that a repeated burst tells everything exactly once.
   */
  append(facts: EvidenceFacts, once?: string): Promise<EvidenceEntry>;
  /** Appends at most `ENTRIES_TOGETHER` entries, all of them or none, unless something of this name was appended before. */
  appendTogether(all: readonly EvidenceFacts[], once: string): Promise<void>;
  /** Newest first. A page may be short, or empty with a cursor. */
  list(
    options: EvidenceFilter & { cursor?: string | undefined },
  ): Promise<{ entries: EvidenceEntry[]; cursor?: string }>;
  /** The last entry that was sealed, by key. */
  readHead(): Promise<ChainHead>;
  /** Where the log begins: `FULL_LOG` until entries were deleted. */
  readStart(): Promise<LogStart>;
  /** Never moves back, whoever calls late. */
  moveStart(start: LogStart): Promise<void>;
  /** Deletes entries before the start; those that are gone already count as deleted. Refuses any other. */
  deleteEntries(first: number, count: number): Promise<void>;
  /** The entries with these numbers that are there, by key: the log as it is, in order, without the lag of lists. */
  read(first: number, count: number): Promise<EvidenceEntry[]>;
}

export interface CounterStore {
  /** Reserves `count` numbers nobody else gets and answers the first; the very first is 1. */
  reserve(counter: 'run' | 'candidate', count: number): Promise<number>;
}

/** A person was seen doing something on a day; written by product events. `ref` as in `Trace`. */
export interface DayStamp {
  readonly day: string;
  readonly accountId: AccountId;
  readonly kind: ActivityKind;
  readonly at: Instant;
  readonly ref: string | null;
}

export interface StampStore {
  /** Keeps the first stamp of a day, `stampGroupOf` its kind, and person; later ones cost nothing. True: this was the first. */
  put(stamp: DayStamp): Promise<boolean>;
  listDay(day: string, cursor?: string): Promise<{ stamps: DayStamp[]; cursor?: string }>;
  /** What one person's stamps of these days tell, oldest first. */
  listOf(accountId: AccountId, days: readonly string[]): Promise<DayStamp[]>;
  /** Whether a stamp that counts under the basis (the widest when left out) was put for one of the days. */
  wasSeen(accountId: AccountId, days: readonly string[], basis?: ActivityBasis): Promise<boolean>;
}

/** Exclusion rules belong to the installation: one about a person counts in every profile. */
export interface ExclusionStore {
  /** Oldest first. */
  list(): Promise<ExclusionRule[]>;
  /** Adds (revision 0) or changes a rule on condition of its revision; answers it with the new one. */
  save(rule: ExclusionRule): Promise<ExclusionRule>;
  /** Deletes a rule on condition of its revision; one that is gone already counts as deleted. */
  delete(rule: Pick<ExclusionRule, 'id' | 'revision'>): Promise<void>;
}

/** What administrators said about applications, for the whole installation. */
export interface SoftwareModelStore {
  /** Oldest first. */
  list(): Promise<SoftwareModel[]>;
  /** Adds (revision 0) or changes a model on condition of its revision; answers it with the new one. */
  save(model: SoftwareModel): Promise<SoftwareModel>;
}

/** Which scheduled jobs do not start by themselves. */
export interface PauseStore {
  list(): Promise<JobPause[]>;
  /** False when the job is paused already: then whoever paused it first stays. */
  add(pause: JobPause): Promise<boolean>;
  /** False when none of these jobs was paused. */
  remove(jobIds: readonly string[]): Promise<boolean>;
}
