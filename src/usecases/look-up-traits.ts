import type { AccountId } from '../domain/identifiers';
import type { AccountTraits, SeatHolder } from '../domain/software-subscription';
import type { Ports } from '../ports/ports';
import type { DownloadCursor } from './download-cursor';
import { unlessFailed } from './unless-failed';

/** Accounts that any run looks up, and the share of what it read that the weekly reading does: each costs 2 points. */
const MOST_AT_ONCE = 250;
const SHARE_OF_READ = 0.1;

/**
 * Finds out about accounts of which nothing is known yet: those who are new here, and on days with a weekly reading some of the
 * others and again those that are marked, until after some weeks everybody is known. Marks are worth little compared with the
 * list: what can't be looked up stays unknown and fails nothing.
 */
export async function lookUpTraits(
  holders: ReadonlyMap<AccountId, SeatHolder>,
  cursor: Pick<DownloadCursor, 'groups'>,
  isNew: (accountId: AccountId) => boolean,
  { directory }: Pick<Ports, 'directory'>,
): Promise<ReadonlyMap<AccountId, AccountTraits>> {
  const weekly = cursor.groups.flatMap(({ reading }) => (reading?.because === 'weekly' ? [reading.listed] : []));
  const wanted = [...holders.values()]
    .filter(
      ({ accountId, traits }) => (traits === null ? isNew(accountId) : false) || (weekly.length > 0 && isOpen(traits)),
    )
    .map(({ accountId }) => accountId);
  if (wanted.length === 0) return new Map();
  const read = weekly.reduce((sum, listed) => sum + listed, 0);
  const most = Math.max(MOST_AT_ONCE, Math.floor(read * SHARE_OF_READ));
  const found = (await unlessFailed(() => directory.findAccounts(wanted.slice(0, most)))) ?? [];
  return new Map(found.map(({ accountId, traits }) => [accountId, traits]));
}

/** Not known, or something that can have changed: a guest may have become a member. */
function isOpen(traits: AccountTraits | null): boolean {
  return traits === null || traits.guest || traits.serviceAccount;
}
