import { randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { AccountId } from '../../domain/identifiers';
import { newPseudonym, type Pseudonym } from '../../domain/privacy/pseudonym';
import type { PeopleStore } from '../../ports/people-store';
import { keyPart } from './key-part';
import { kvsCall } from './kvs-call';
import { deleteValues, readMany, readValue, writeValue } from './plain-values';

const PseudonymValue: z.ZodType<Pseudonym> = z.templateLiteral(['person-', z.string()]);
const AccountValue = z.string();

/** `person.<account>` → the pseudonym, `pseudonym.<pseudonym>` → the account. The first is there whenever the second is. */
export class KvsPeopleStore implements PeopleStore {
  async pseudonymsOf(accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, Pseudonym>> {
    const people = new Map<AccountId, Pseudonym>();
    for (const accountId of new Set(accountIds)) people.set(accountId, await this.pseudonymOf(accountId));
    return people;
  }

  findPseudonym(accountId: AccountId): Promise<Pseudonym | undefined> {
    return readValue(personKey(accountId), PseudonymValue);
  }

  async accountsOf(pseudonyms: readonly Pseudonym[]): Promise<ReadonlyMap<Pseudonym, AccountId>> {
    const found = await readMany([...new Set(pseudonyms)].map((pseudonym) => ({ key: linkKey(pseudonym) })));
    return new Map(
      found.map(({ key, value }) => [key.slice(linkKey('').length) as Pseudonym, AccountValue.parse(value)] as const),
    );
  }

  async forget(pseudonyms: readonly Pseudonym[]): Promise<void> {
    const accounts = [...(await this.accountsOf(pseudonyms)).values()];
    await deleteValues(accounts.map(personKey));
    await deleteValues(pseudonyms.map(linkKey));
  }

  private async pseudonymOf(accountId: AccountId): Promise<Pseudonym> {
    const pseudonym = (await this.findPseudonym(accountId)) ?? (await this.give(accountId));
    // Whoever gave it may have been stopped before this link was there.
    if ((await readValue(linkKey(pseudonym), AccountValue)) !== undefined) return pseudonym;
    await writeValue(linkKey(pseudonym), accountId);
    if ((await this.findPseudonym(accountId)) === pseudonym) return pseudonym;
    // Erased at this very moment: nothing may be left that links the two.
    await deleteValues([linkKey(pseudonym)]);
    return pseudonym;
  }

  /** Of two that give one at the same moment, both take the first. */
  private async give(accountId: AccountId): Promise<Pseudonym> {
    const own = newPseudonym(randomUUID().replaceAll('-', ''));
    try {
      await kvsCall(() => kvs.set(personKey(accountId), own, { keyPolicy: 'FAIL_IF_EXISTS' }));
      return own;
    } catch (error) {
      const other = await this.findPseudonym(accountId);
      if (other === undefined) throw error;
      return other;
    }
  }
}

function personKey(accountId: AccountId): string {
  return `person.${keyPart(accountId)}`;
}

function linkKey(pseudonym: Pseudonym | ''): string {
  return `pseudonym.${pseudonym}`;
}
