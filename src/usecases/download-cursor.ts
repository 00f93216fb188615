import { isForBrowser, isMissing, type GroupReading } from '../domain/group-reading';
import type { Instant } from '../domain/instant';
import type { JiraGroup } from '../domain/jira-group';
import type { JobRun } from '../domain/job-run';
import type { GrantingRole } from '../domain/software-subscription';
import type { Generation } from '../ports/stores';

/** A group whose members are needed. */
export interface GroupWork extends JiraGroup {
  /** Selected by the profile; the others are administrators' groups, which are read to protect their members. */
  readonly selected: boolean;
  readonly administrators: boolean;
  /** Null: nothing is read, the list before is brought up to date. */
  readonly reading: GroupReading | null;
}

/** Where a download stands. */
export interface DownloadCursor {
  /** The form before is upgraded; runs that began with an older one begin anew. */
  readonly form: 3;
  readonly generationId: string;
  readonly roles: readonly GrantingRole[];
  readonly groups: readonly GroupWork[];
  /** What could not be understood when the download was planned, in plain words. */
  readonly remarks: readonly string[];
  /** Groups or applications had lost everybody: from `at` on, everything is read a second time before that is believed. */
  readonly secondLook: { readonly at: Instant; readonly why: string; readonly begun: boolean } | null;
  /** The stored parts of pages. */
  readonly parts: readonly string[];
  /** The background has left the reading to a browser: none of its bursts reads at this moment. */
  readonly yielded: boolean;
  /** How many pages came from browsers. */
  readonly browserPages: number;
  /** How often everything was there and was compared with Jira’s sizes. */
  readonly settlements: number;
  /** Written completely and counted; only to be made current. */
  readonly ready: Ready | null;
}

export interface Ready {
  readonly generation: Generation;
  /** What nobody reads any more once the generation is current. */
  readonly outdated: Generation['previous'];
  readonly changes: DownloadChanges;
}

/** What the result of the run tells. */
export interface DownloadChanges {
  readonly memberships: number;
  readonly others: number;
  readonly joined: number;
  readonly left: number;
  readonly changedGroups: number;
  /** Null: the audit log could not be read. */
  readonly audited: number | null;
}

/** Before a browser could hand in pages, parts were numbered. */
interface NumberedCursor extends Omit<
  DownloadCursor,
  'form' | 'parts' | 'yielded' | 'browserPages' | 'groups' | 'remarks' | 'secondLook'
> {
  readonly form: 2;
  readonly chunks: number;
  readonly groups: readonly (Omit<GroupWork, 'reading'> & {
    readonly reading: Omit<GroupReading, 'handedIn'> | null;
  })[];
}

/** The list that a run makes, known before anything of it is stored. */
export function generationIdOf({ profileId, createdAt }: Pick<JobRun, 'profileId' | 'createdAt'>): string {
  return `${profileId}.${createdAt}`;
}

export function cursorOf({ cursor }: Pick<JobRun, 'cursor'>): DownloadCursor | undefined {
  const known = cursor as DownloadCursor | NumberedCursor | null;
  if (known?.form === 3) return known;
  return known?.form === 2 ? upgraded(known) : undefined;
}

function upgraded({ chunks, groups, ...rest }: NumberedCursor): DownloadCursor {
  return {
    ...rest,
    form: 3,
    groups: groups.map((group) => ({ ...group, reading: group.reading && { ...group.reading, handedIn: false } })),
    parts: Array.from({ length: chunks }, (_, number) => String(number)),
    remarks: [],
    secondLook: null,
    yielded: false,
    browserPages: 0,
  };
}

/** Whether pages of a group are still missing. */
export function needsPages({ groups }: DownloadCursor): boolean {
  return groups.some(({ reading }) => isMissing(reading));
}

/** Whether a browser may read something of what is missing. */
export function hasPagesForBrowser({ groups }: DownloadCursor): boolean {
  return groups.some(({ reading }) => isForBrowser(reading));
}

/** How many members will have been read in the end; null until every group told its size. */
export function expectedMembers(groups: readonly GroupWork[], done: number): number | null {
  let missing = 0;
  for (const { reading } of groups) {
    if (!isMissing(reading)) continue;
    if (reading.total === null) return null;
    missing += Math.max(0, reading.total - reading.listed);
  }
  return done + missing;
}
