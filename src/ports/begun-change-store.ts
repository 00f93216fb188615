import type { CandidateNumber } from '../domain/identifiers';
import type { Instant } from '../domain/instant';

/** One that is told when it is done. */
export type ToldChange = 'closing' | 'answer' | 'decision' | 'proof';

/** A change of one candidate that a person at the page, or an event, has begun: no run goes on with it after a crash. */
export interface BegunChange {
  readonly what: ToldChange | 'removal' | 'restore';
  readonly candidate: CandidateNumber;
  readonly at: Instant;
  /** What the candidate's timeline says of it as soon as it is stored; empty where nothing is told. */
  readonly text: string;
  /** What its evidence tells beside what the candidate itself says. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Changes that are under way, or were cut off: the hourly tick finishes what nobody else did. */
export interface BegunChangeStore {
  begin(change: BegunChange): Promise<void>;
  /** May lag a moment behind writes. */
  list(): Promise<BegunChange[]>;
  end(change: Pick<BegunChange, 'candidate' | 'at'>): Promise<void>;
}
