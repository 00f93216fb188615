import type { SiteKnowledge } from './answers';

/** What the app does differently because of what was found on this site. */
export interface SiteBehavior {
  /** Whether seats may be taken and given back by jobs, as the operator. `untried`: Jira decides each time. */
  readonly backgroundRemoval: 'untried' | 'works' | 'refused';
  /** Pages that a browser reads for a job cost the app's points. */
  readonly bridgeCallsCharged: boolean;
  /** Views that Jira does not report; empty when nothing is known to be missing. */
  readonly missingViews: readonly ('work-item-views' | 'board-views' | 'list-views')[];
  /** Accounts of kinds that the app does not know, among those that were read: told beside the coverage. */
  readonly unknownAccounts: number;
}

/**
 * The one place that turns what was tried into what the app does. What nobody has tried leaves everything as careful as it was:
 * removals in the background are tried and their refusal is handled, and browsers' reading is not counted.
 */
export function behaviorOf({ answers }: Pick<SiteKnowledge, 'answers'>): SiteBehavior {
  const background = answers['group-write-background']?.outcome;
  return {
    backgroundRemoval: background === 'works' || background === 'refused' ? background : 'untried',
    bridgeCallsCharged: answers['bridge-points']?.outcome === 'charged',
    missingViews: (['work-item-views', 'board-views', 'list-views'] as const).filter(
      (check) => answers[check]?.outcome === 'missing',
    ),
    unknownAccounts: Number(answers['account-types']?.facts['unknown'] ?? 0),
  };
}
