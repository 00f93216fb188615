import type { InvocationError } from '@forge/events';
import type { MissingEvent } from '../domain/product-events/event-gap';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { EventKnowledge } from '../usecases/event-knowledge';
import { recordProductEvent } from '../usecases/record-product-event';
import { compose } from './compose';
import { readEventPayload, type EventReading } from './event-payload';
import { MissingEvents } from './missing-events';
import { retryLater } from './retry-later';

/**
 * Stamps the day of whoever caused the event. One that could not be read is counted, and its day noted as incomplete, so that the
 * activity job reads it another way; so is one that could not be stored by the last retry.
 */
export async function stampProductEvent(payload: unknown, ports: Ports): Promise<InvocationError | undefined> {
  const reading = readEventPayload(payload, ports.clock.now());
  if (reading.kind === 'nobody') return undefined;
  const missing = ports.memory.of(MissingEvents);
  try {
    await keep(reading, ports);
  } catch (error) {
    if (!isFailure(error)) ports.log.error('product event failed');
    const again = retryLater(payload);
    if (again) return again;
    missing.add(missingOf(reading));
  }
  await missing.note(ports);
  return undefined;
}

type Told = Exclude<EventReading, { kind: 'nobody' }>;

async function keep(reading: Told, ports: Ports): Promise<void> {
  if (reading.kind === 'activity') {
    const outcome = await recordProductEvent(reading.activity, ports.memory.of(EventKnowledge), ports);
    if (outcome !== 'too-late') return;
  }
  await ports.eventGaps.note(missingOf(reading));
}

function missingOf(reading: Told): MissingEvent {
  if (reading.kind === 'unread') return reading.event;
  return { at: reading.activity.at, eventType: reading.eventType, why: 'lost' };
}

export function handleProductEvent(event: unknown): Promise<InvocationError | undefined> {
  return stampProductEvent(event, compose());
}
