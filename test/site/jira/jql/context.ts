import type { SiteState } from '../state/site-state';
import type { Actor } from '../door/operation';

/** What a query is evaluated against. */
export interface JqlContext {
  readonly state: SiteState;
  readonly actor: Actor;
  /** The instant relative dates count from. */
  readonly now: number;
  readonly timeZone: string;
  /** Called for each `updatedBy()` of the query: false once the site's limit is passed. */
  readonly allowFunction: (clause: string, args: readonly string[]) => boolean;
}

/** A condition on one row. `candidates` lists rows among which all matching ones are; without it any row may match. */
export interface Condition {
  readonly test: (row: number) => boolean;
  readonly candidates?: () => Uint32Array;
}

export const NOTHING: Condition = { test: () => false, candidates: () => new Uint32Array() };
export const EVERYTHING: Condition = { test: () => true };
