import type { CoverageLimit } from '../domain/coverage';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { SiteBehavior } from '../domain/site-check/site-behavior';
import type { Cursor } from './collection-cursor';

/** What can't be seen although everything was read: told wherever the coverage is. None of it makes silence unknown for all. */
export function limitsOf(
  { unclear, wasLimited, newestOnlyUntil, unreadItems }: Cursor,
  profile: IntegrationProfile,
  { missingViews, unknownAccounts }: Pick<SiteBehavior, 'missingViews' | 'unknownAccounts'>,
): CoverageLimit[] {
  return [
    ...unseenBy(profile),
    ...(missingViews.length > 0 ? [missing(missingViews)] : []),
    ...(unknownAccounts > 0 ? [ofUnknownKinds(unknownAccounts)] : []),
    ...(unreadItems.length > 0 ? [unread(unreadItems)] : []),
    ...(unclear > 0
      ? [
          {
            kind: 'unclear-people' as const,
            text: `Jira gave no clear answer about ${people(unclear)}: their seats are kept.`,
          },
        ]
      : []),
    ...(wasLimited
      ? [
          {
            kind: 'search-warning' as const,
            text: 'Jira limited how many people one search can ask about; the others were asked about again.',
          },
        ]
      : []),
    ...(newestOnlyUntil === null
      ? []
      : [
          {
            kind: 'newest-only' as const,
            text: `Until ${new Date(newestOnlyUntil).toISOString().slice(0, 10)} only silent people were searched for: of the others an older activity than their last may be shown.`,
          },
        ]),
  ];
}

/** People who seem silent were asked about one by one, so what is on these is not lost. */
function unread(items: readonly string[]): CoverageLimit {
  const named = `${items.slice(0, 5).join(', ')}${items.length > 5 ? ', …' : ''}`;
  const count = items.length === 1 ? '1 work item' : `${items.length} work items`;
  return {
    kind: 'unread-items',
    text: `Jira did not show ${count} completely (${named}): who seemed silent was asked about instead.`,
  };
}

const PLACES = {
  'work-item-views': 'on their own page',
  'board-views': 'on boards',
  'list-views': 'in lists',
} as const;

/** As the site check found it. */
function missing(views: SiteBehavior['missingViews']): CoverageLimit {
  const where = views.map((view) => PLACES[view]).join(' and ');
  return {
    kind: 'missing-views',
    text: `Jira does not report views of work items ${where}: who only reads there looks idle.`,
  };
}

/** As the site check counted them. */
function ofUnknownKinds(accounts: number): CoverageLimit {
  const those = accounts === 1 ? '1 account is of a kind' : `${accounts} accounts are of kinds`;
  return { kind: 'unknown-accounts', text: `${those} that we don’t know: counted as no seat and left alone.` };
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** As the last validation found it, comparing what the app sees with what the administrator saw. */
function unseenBy({ validation }: IntegrationProfile): CoverageLimit[] {
  const unseen = validation?.unseen;
  const counted = validation?.projects;
  if (!unseen) return [];
  const { projects, workItems } = unseen;
  const named = `${projects.slice(0, 5).join(', ')}${projects.length > 5 ? ', …' : ''}`;
  if (projects.length > 0) {
    const seen = counted ? `The app sees ${counted.seen} of ${counted.all} projects. It` : 'The app';
    const text = `${seen} can’t browse ${projects.length === 1 ? '1 project' : `${projects.length} projects`} (${named}): people who only work there look idle. Give the app’s own user Browse projects there.`;
    return [{ kind: 'hidden-projects', text }];
  }
  if (workItems === 0) return [];
  const text = `Issue security levels hide about ${workItems === 1 ? '1 work item' : `${workItems} work items`} from the app: people who only work on those look idle.`;
  return [{ kind: 'hidden-work-items', text }];
}
