import type { GroupReading } from '../domain/group-reading';
import type { JiraGroup } from '../domain/jira-group';
import type { GrantingRole } from '../domain/software-subscription';
import type { Generation } from '../ports/stores';
import type { Burst } from './burst';

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
  /** Runs that began with another form begin anew. */
  readonly form: 2;
  readonly generationId: string;
  readonly roles: readonly GrantingRole[];
  readonly groups: readonly GroupWork[];
  /** How many parts of pages are stored. */
  readonly chunks: number;
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

export function cursorOf({ run }: Burst): DownloadCursor | undefined {
  const cursor = run.cursor as DownloadCursor | null;
  return cursor?.form === 2 ? cursor : undefined;
}
