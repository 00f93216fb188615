import type {
  ActivityShapeView,
  ActivityView,
  SeatColumns,
  SubscriptionPart,
  SubscriptionRow,
} from '../../../../../../src/shared/contract';
import { DAY_MS } from '../../../components/day';

/** A seat as the list has it, before exclusions. */
export type PackedSeat = Omit<SubscriptionRow, 'excludedBy'>;

/** The seats of a part; days are counted up to `now` (milliseconds). Rejects when it is damaged. */
export async function unpackPart({ shapes, columns }: SubscriptionPart, now: number): Promise<PackedSeat[]> {
  const { accounts, shapes: places, firstSeen, at, refs, candidates } = await inflated(columns);
  return accounts.map((accountId, n) => {
    const shape = shapes[places[n] ?? -1];
    if (!shape) throw new Error('A part of the list does not fit together.');
    const { activity, state, ...alike } = shape;
    const number = candidates[n] ?? '';
    const moment = at[n] ?? 0;
    return {
      ...alike,
      accountId,
      firstSeen: iso(firstSeen[n] ?? 0),
      activity: activityOf(activity, moment, refs[n] ?? ''),
      inactiveDays: activity.kind === 'seen' ? Math.max(0, Math.floor((now - moment) / DAY_MS)) : null,
      candidate: number !== '' && state !== null ? { number, state } : null,
    };
  });
}

function activityOf(shape: ActivityShapeView, at: number, ref: string): ActivityView {
  if (shape.kind === 'unknown') return shape;
  if (shape.kind !== 'seen') return { kind: shape.kind, since: iso(at) };
  return { ...shape, at: iso(at), ref: ref === '' ? null : ref };
}

async function inflated(columns: string): Promise<SeatColumns> {
  const bytes = Uint8Array.from(atob(columns), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return (await new Response(stream).json()) as SeatColumns;
}

const iso = (moment: number): string => new Date(moment).toISOString();
