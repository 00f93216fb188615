import type { Instant } from '../domain/instant';

/** What every program takes from its surroundings, made explicit so that tests decide it. */
export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new identifier that was never given out before. */
  next(): string;
}

/** Structured logs: a literal event name, numbers and run ids; never an account, a name, a query or a body. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** SHA-256 as lower-case hex. */
export type Sha256 = (text: string) => string;
