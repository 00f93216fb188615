import type { AccountId } from '../domain/identifiers';
import type { Instant } from '../domain/instant';
import type { AccountNews, KnownPerson } from '../domain/privacy/known-person';
import type { Pseudonym } from '../domain/privacy/pseudonym';

/** Where a walk through everything that is stored stands. */
export interface StoredPlace {
  readonly area: number;
  readonly cursor: string | null;
}

/** Everything the app has stored, looked at for the people in it; part by part, because there may be a lot. */
export interface PersonalDataStore {
  /** The accounts in one part; day stamps only from `since` on. `next` is null behind the last part. */
  listPart(
    place: StoredPlace,
    since: Instant,
    now: Instant,
  ): Promise<{ readonly accountIds: readonly AccountId[]; readonly next: StoredPlace | null }>;
  /** Takes people out of one part: their own rows are deleted, in records their pseudonym takes the account's place. */
  erasePart(
    place: StoredPlace,
    names: ReadonlyMap<AccountId, Pseudonym>,
  ): Promise<{ readonly changed: number; readonly next: StoredPlace | null }>;
  /** Deletes the day stamps of people; answers how many there may have been. */
  eraseStamps(accountIds: readonly AccountId[], now: Instant): Promise<void>;
}

/** Whom Atlassian is told about; cut into `buckets` parts by account. */
export interface KnownPeopleStore {
  readonly buckets: number;
  read(buckets: readonly number[]): Promise<ReadonlyMap<number, readonly KnownPerson[]>>;
  write(bucket: number, people: readonly KnownPerson[]): Promise<void>;
}

/** Atlassian's register of accounts: tells which were closed or changed since an app last read them. */
export interface AccountRegister {
  /** At most `REPORTED_TOGETHER` people. */
  report(people: readonly Pick<KnownPerson, 'accountId' | 'readAt'>[]): Promise<readonly AccountNews[]>;
}
