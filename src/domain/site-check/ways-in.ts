import type { AccountId } from '../identifiers';
import type { SiteKnowledge } from './answers';

/** Keys of the manifest's modules that show a page of the app; `test/architecture/manifest.test.ts` compares the two. */
export const WAYS_IN = ['license-management', 'get-started', 'global-page', 'my-seat'] as const;

/** Notes that somebody opened the app in one way. The same object where that is known. */
export function withWayIn(site: SiteKnowledge, way: string, accountId: AccountId): SiteKnowledge {
  const { opened, openedBy } = site;
  const others = openedBy !== null && (openedBy.others || openedBy.accountId !== accountId);
  if (opened.includes(way) && openedBy?.others === others) return site;
  return {
    ...site,
    opened: [...new Set([...opened, way])],
    openedBy: { accountId: openedBy?.accountId ?? accountId, others },
  };
}
