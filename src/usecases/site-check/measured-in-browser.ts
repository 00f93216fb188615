import type { AccountId } from '../../domain/identifiers';
import type { SiteKnowledge } from '../../domain/site-check/answers';
import {
  findBridgePoints,
  findFrameHeight,
  type BridgeReading,
  type FrameReading,
} from '../../domain/site-check/findings';
import { recordAnswer, type RecordNeeds } from './record-answer';

/** What the page measured: data of an administrator's browser, judged here. */
export type Measured =
  | { readonly check: 'bridge-points'; readonly readings: readonly BridgeReading[] }
  | ({ readonly check: 'frame-height' } & FrameReading);

/** Judges and keeps what the page measured. */
export function recordMeasured(measured: Measured, by: AccountId, ports: RecordNeeds): Promise<SiteKnowledge> {
  if (measured.check === 'frame-height') return recordAnswer(measured.check, findFrameHeight(measured), by, ports);
  return recordAnswer(measured.check, findBridgePoints(measured.readings), by, ports);
}
