import type { SeatPromise } from '../domain/promises/seat-promise';

/** What was promised about seats, by person and application. Every method throws a Failure. */
export interface PromiseStore {
  find(seat: Pick<SeatPromise, 'accountId' | 'roleKey'>): Promise<SeatPromise | undefined>;
  /** All of them; may lag a moment behind writes. */
  list(): Promise<SeatPromise[]>;
  /** Replaces what was promised about the seat before. */
  save(promise: SeatPromise): Promise<void>;
  remove(seat: Pick<SeatPromise, 'accountId' | 'roleKey'>): Promise<void>;
}
