import type { AccountId } from '../../domain/identifiers';
import type { SiteKnowledge } from '../../domain/site-check/answers';
import {
  findBridgePoints,
  findFrameHeight,
  type BridgeReading,
  type FrameReading,
} from '../../domain/site-check/findings';
import { recordAnswer, type RecordNeeds } from './record-answer';

/** What the page measured, or its person saw: data of an administrator's browser, judged here. */
export type Measured =
  | { readonly check: 'bridge-points'; readonly readings: readonly BridgeReading[] }
  | ({ readonly check: 'frame-height' } & FrameReading)
  /** Whether Jira settings list the page, which only a person can see. */
  | { readonly check: 'admin-page-listed'; readonly isListed: boolean };

/** Judges and keeps what the page measured. */
export function recordMeasured(measured: Measured, by: AccountId, ports: RecordNeeds): Promise<SiteKnowledge> {
  if (measured.check === 'frame-height') return recordAnswer(measured.check, findFrameHeight(measured), by, ports);
  if (measured.check === 'admin-page-listed')
    return recordAnswer(measured.check, { outcome: measured.isListed ? 'listed' : 'not-listed', facts: {} }, by, ports);
  return recordAnswer(measured.check, findBridgePoints(measured.readings), by, ports);
}
