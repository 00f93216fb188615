import type { KnownPerson } from '../../src/domain/privacy/known-person';
import type { KnownPeopleStore, PersonalDataStore } from '../../src/ports/personal-data';

/** The stores in memory have no keys to walk along: what is erased is tested with the real ones. */
export class NothingByKey implements PersonalDataStore {
  listPart() {
    return Promise.resolve({ accountIds: [], next: null });
  }

  erasePart() {
    return Promise.resolve({ changed: 0, next: null });
  }

  eraseStamps() {
    return Promise.resolve();
  }
}

export class MemoryKnownPeopleStore implements KnownPeopleStore {
  readonly buckets = 4;
  private readonly people = new Map<number, readonly KnownPerson[]>();

  read(buckets: readonly number[]): Promise<ReadonlyMap<number, readonly KnownPerson[]>> {
    return Promise.resolve(new Map([...this.people].filter(([bucket]) => buckets.includes(bucket))));
  }

  write(bucket: number, people: readonly KnownPerson[]): Promise<void> {
    this.people.set(bucket, people);
    return Promise.resolve();
  }
}
