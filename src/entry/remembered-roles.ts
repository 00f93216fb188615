import type { AppRole } from '../domain/app-role';
import type { AccountId } from '../domain/identifiers';
import { MINUTE, type Instant } from '../domain/instant';
import type { Remembered } from '../ports/installation-memory';

/** A role that was taken away is noticed this soon. */
const REMEMBERED_FOR = MINUTE;
const MOST = 1_000;

/** What callers of one installation may do, as Jira said a moment ago. */
export class RememberedRoles implements Remembered {
  private readonly known = new Map<AccountId, { readonly may: readonly AppRole[]; readonly at: Instant }>();

  get size(): number {
    return this.known.size;
  }

  /** Undefined: has to be asked. */
  find(accountId: AccountId, now: Instant): readonly AppRole[] | undefined {
    const found = this.known.get(accountId);
    return found && now < found.at + REMEMBERED_FOR ? found.may : undefined;
  }

  /** Keeps what Jira said now; that somebody may nothing is asked every time. */
  keep(accountId: AccountId, may: readonly AppRole[], now: Instant): void {
    if (this.known.size >= MOST) this.known.clear();
    if (may.length > 0) this.known.set(accountId, { may, at: now });
    else this.known.delete(accountId);
  }
}
