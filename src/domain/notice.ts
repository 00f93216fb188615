import type { CalendarDay, TimeZone } from './days/told-day';
import type { AccountId } from './identifiers';
import type { Instant } from './instant';

/** What a person was asked about their seat, and what came of it (S90–S92). */
export interface Notice {
  readonly askedAt: Instant;
  /** Whoever reclaimed the seat. */
  readonly by: AccountId | null;
  /** Key of the work item through which Jira mailed it. */
  readonly workItem: string;
  /** The last day to answer as the person was told it, in this zone. */
  readonly answerDay: CalendarDay;
  readonly zone: TimeZone;
  /** Silence until then counts as consent; that day is over everywhere. */
  readonly answerBy: Instant;
  readonly answer: NoticeAnswer | null;
  readonly decision: KeepDecision | null;
}

export interface NoticeAnswer {
  readonly kind: 'keep' | 'release';
  readonly at: Instant;
}

/** What was decided about somebody's wish to keep the seat. */
export interface KeepDecision {
  readonly kind: 'granted' | 'denied';
  readonly at: Instant;
  readonly by: AccountId;
  /** Nobody proposes the seat again before; null where it was denied. */
  readonly keptUntil: Instant | null;
}

/** The work item through which Jira mails notices: it has no mail without one. */
export interface WorkItem {
  readonly id: string;
  readonly key: string;
}

/** How notices are sent on this installation. */
export interface NoticeSettings {
  /** 0: nobody chose a work item yet. */
  readonly revision: number;
  readonly workItem: WorkItem | null;
}
export const NO_NOTICES: NoticeSettings = { revision: 0, workItem: null };
