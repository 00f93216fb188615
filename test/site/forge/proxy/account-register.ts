import { z } from 'zod';
import type { Reply } from './http-text';

const MOST = 90;
const Body = z.strictObject({
  accounts: z
    .array(z.strictObject({ accountId: z.string().min(1), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(MOST),
});
export const ACCOUNT_STATES = ['closed', 'updated'] as const;
type AccountState = (typeof ACCOUNT_STATES)[number];

/**
 * Atlassian's register of accounts: an app reports the accounts it stores something of, at most 90 a request, and is answered which
 * of them were closed, or changed after the app last read them (200), or with nothing (204).
 */
export class AccountRegister {
  private readonly changed = new Map<string, { readonly state: AccountState; readonly at: number }>();
  /** Every report: which accounts, and when. */
  readonly reports: { readonly at: string; readonly accountIds: readonly string[] }[] = [];

  constructor(private readonly now: () => number) {}

  set(accountId: string, state: AccountState): void {
    this.changed.set(accountId, { state, at: this.now() });
  }

  report(body: unknown): Reply {
    const request = Body.safeParse(body);
    if (!request.success) return { status: 400, body: { message: z.prettifyError(request.error) } };
    const { accounts } = request.data;
    const at = new Date(this.now()).toISOString();
    this.reports.push({ at, accountIds: accounts.map(({ accountId }) => accountId) });
    const news = accounts.flatMap(({ accountId, updatedAt }) => {
      const change = this.changed.get(accountId);
      const isNews = change?.state === 'closed' || (change !== undefined && change.at > Date.parse(updatedAt));
      return isNews ? [{ accountId, status: change.state }] : [];
    });
    return news.length === 0 ? { status: 204 } : { status: 200, body: { accounts: news } };
  }
}
