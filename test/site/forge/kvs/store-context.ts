import type { Switches } from '../../core/switches';
import type { Tables } from './tables';

/** What the operations of the store work on. */
export interface StoreContext {
  readonly tables: Tables;
  readonly switches: Switches;
}
