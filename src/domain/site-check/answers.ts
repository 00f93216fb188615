import type { AccountId, GroupId } from '../identifiers';
import type { Instant } from '../instant';
import type { CheckBy, OutcomeOf, SiteCheck, SiteOutcome } from './checks';

/** What was measured. Numbers and yes or no only: nothing here can name a person, a group or a site. */
export type SiteFacts = Readonly<Record<string, number | boolean | null>>;

/** What a check found. */
export interface Finding<Check extends SiteCheck = SiteCheck> {
  readonly outcome: OutcomeOf<Check>;
  readonly facts: SiteFacts;
}

/** The newest answer of one check. */
export interface SiteAnswer {
  readonly outcome: SiteOutcome;
  readonly facts: SiteFacts;
  readonly at: Instant;
  /** Who tried it; null: the app by itself, e.g. what was cut off. */
  readonly by: AccountId | null;
}

interface Begun {
  readonly at: Instant;
  readonly by: AccountId;
}

/** Whoever tries may be in the test group: whatever happens to the check, they are taken out again. */
export interface BegunGroupWrite extends Begun {
  readonly kind: 'group-write';
  readonly check: 'group-write-present' | 'group-write-background';
  readonly groupId: GroupId;
  /** `cleanup`: answered, but they may still be in the group, and only somebody at the page may take them out. */
  readonly stage: 'trying' | 'cleanup';
}

/** The memory of a long job is measured; `attempts` counts the functions that worked on it. */
export interface BegunMemory extends Begun {
  readonly kind: 'job-memory';
  readonly check: 'job-memory';
  /** Of how many seats lists are made up. */
  readonly seats: number;
  readonly rounds: number;
  readonly attempts: number;
  readonly peakMb: number;
}

/** Whoever began it does something in Jira, and the app waits for the event of it. */
export interface BegunWatch extends Begun {
  readonly kind: 'watch';
  readonly check: CheckBy<'watch'>;
  /** From here on every function knows that it has to look. */
  readonly listensFrom: Instant;
  /** An event that has not come by then does not come. */
  readonly until: Instant;
  /** The event that answered it: copies of it are counted until the watch is forgotten; null: it waits. */
  readonly heard: { readonly at: Instant; readonly copies: number } | null;
}

export type BegunCheck = BegunGroupWrite | BegunMemory | BegunWatch;

/** All that is known of the site from trying. */
export interface SiteKnowledge {
  readonly answers: Readonly<Partial<Record<SiteCheck, SiteAnswer>>>;
  /** What is under way, at most one of each check. */
  readonly begun: readonly BegunCheck[];
  /** Modules of the manifest through which somebody has opened the app. */
  readonly opened: readonly string[];
  /** Who opened it first, and whether anybody else did since; null: nobody yet. */
  readonly openedBy: { readonly accountId: AccountId; readonly others: boolean } | null;
  /** How the platform reported the installation or the last upgrade; null: it has not yet. */
  readonly lifecycleEvent: 'with-type' | 'without-type' | null;
}

export const NOTHING_TRIED: SiteKnowledge = {
  answers: {},
  begun: [],
  opened: [],
  openedBy: null,
  lifecycleEvent: null,
};

/** A watch that was answered is over, although copies of its event are still counted. */
export function findBegun(site: SiteKnowledge, check: SiteCheck): BegunCheck | undefined {
  return site.begun.find((begun) => begun.check === check && !(begun.kind === 'watch' && begun.heard !== null));
}

/** Notes that a check is under way, or how far it is. */
export function withBegun(site: SiteKnowledge, begun: BegunCheck): SiteKnowledge {
  return { ...site, begun: [...site.begun.filter(({ check }) => check !== begun.check), begun] };
}

/** A check is over, or was given up. */
export function withoutBegun(site: SiteKnowledge, check: SiteCheck): SiteKnowledge {
  return { ...site, begun: site.begun.filter((begun) => begun.check !== check) };
}

/** Keeps the newest answer of a check. */
export function withAnswer(site: SiteKnowledge, check: SiteCheck, answer: SiteAnswer): SiteKnowledge {
  return { ...site, answers: { ...site.answers, [check]: answer } };
}
