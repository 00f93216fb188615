import { REPORTED_TOGETHER, type AccountNews, type KnownPerson } from '../../src/domain/privacy/known-person';
import type { AccountRegister } from '../../src/ports/personal-data';

/** Atlassian's register: what it was told, and what it knows of accounts. */
export class FakeAccountRegister implements AccountRegister {
  readonly reports: string[][] = [];
  readonly news = new Map<string, AccountNews['status']>();
  /** Called before each report; may throw. */
  before: () => void = () => undefined;

  report(people: readonly Pick<KnownPerson, 'accountId' | 'readAt'>[]): Promise<readonly AccountNews[]> {
    if (people.length === 0 || people.length > REPORTED_TOGETHER) throw new Error(`${people.length} accounts at once`);
    this.before();
    const accountIds = people.map(({ accountId }) => accountId);
    this.reports.push(accountIds);
    return Promise.resolve(
      accountIds.flatMap((accountId) => {
        const status = this.news.get(accountId);
        return status ? [{ accountId, status }] : [];
      }),
    );
  }
}
