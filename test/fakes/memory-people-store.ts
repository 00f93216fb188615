import type { AccountId } from '../../src/domain/identifiers';
import { newPseudonym, type Pseudonym } from '../../src/domain/privacy/pseudonym';
import type { PeopleStore } from '../../src/ports/people-store';

export class MemoryPeopleStore implements PeopleStore {
  private readonly people = new Map<AccountId, Pseudonym>();
  private given = 0;

  pseudonymsOf(accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, Pseudonym>> {
    return Promise.resolve(new Map(accountIds.map((accountId) => [accountId, this.pseudonymOf(accountId)] as const)));
  }

  findPseudonym(accountId: AccountId): Promise<Pseudonym | undefined> {
    return Promise.resolve(this.people.get(accountId));
  }

  accountsOf(pseudonyms: readonly Pseudonym[]): Promise<ReadonlyMap<Pseudonym, AccountId>> {
    const wanted = [...this.people].filter(([, pseudonym]) => pseudonyms.includes(pseudonym));
    return Promise.resolve(new Map(wanted.map(([accountId, pseudonym]) => [pseudonym, accountId] as const)));
  }

  forget(pseudonyms: readonly Pseudonym[]): Promise<void> {
    for (const [accountId, pseudonym] of this.people) if (pseudonyms.includes(pseudonym)) this.people.delete(accountId);
    return Promise.resolve();
  }

  private pseudonymOf(accountId: AccountId): Pseudonym {
    const known = this.people.get(accountId) ?? newPseudonym(String((this.given += 1)));
    this.people.set(accountId, known);
    return known;
  }
}
