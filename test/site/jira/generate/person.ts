import type { UserRecord } from '../data/records';

/** Somebody of the demo company while it is being made up. */
export interface Person {
  readonly user: UserRecord;
  /** When the account was made, milliseconds. */
  readonly joined: number;
  /** The person's last contribution; undefined: never any. */
  readonly lastActive: number | undefined;
  /** Looks at issues in the weeks after the site starts. */
  readonly views: boolean;
}
