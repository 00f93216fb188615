import type {
  ActivityShapeView,
  ActivityView,
  SeatColumns,
  SubscriptionPart,
  SubscriptionRefs,
  SubscriptionRow,
} from '../../../../../../src/shared/contract';
import { DAY_MS } from '../../../components/day';

/** A seat as the list has it, before exclusions. */
export type PackedSeat = Omit<SubscriptionRow, 'excludedBy'>;

/** What `SubscriptionRefs` holds: a text a seat of the part. Rejects when it is damaged. */
export function unpackRefs({ refs }: SubscriptionRefs): Promise<string[]> {
  return inflated(refs).json() as Promise<string[]>;
}

/** The seats of a part; days are counted up to `now` (milliseconds). Rejects when it is damaged. */
export async function unpackPart(part: SubscriptionPart, now: number): Promise<PackedSeat[]> {
  const [accounts, columns] = await Promise.all([
    inflated(part.accounts).text(),
    inflated(part.columns).json() as Promise<SeatColumns>,
  ]);
  const { shapes: places, firstSeen, at, candidates } = columns;
  const lines = accounts.split('\n');
  return places.map((place, n) => {
    const shape = part.shapes[place];
    const line = lines[n];
    if (!shape || !line) throw new Error('A part of the list does not fit together.');
    const { account, activity, state, ...alike } = shape;
    const number = candidates[n] ?? '';
    const moment = at[n] ?? 0;
    return {
      ...alike,
      accountId: account.prefix + (account.isUuid ? withDashes(line) : line),
      firstSeen: iso(firstSeen[n] ?? 0),
      activity: activityOf(activity, moment),
      inactiveDays: activity.kind === 'seen' ? Math.max(0, Math.floor((now - moment) / DAY_MS)) : null,
      candidate: number !== '' && state !== null ? { number, state } : null,
    };
  });
}

function activityOf(shape: ActivityShapeView, at: number): ActivityView {
  if (shape.kind === 'unknown') return shape;
  if (shape.kind !== 'seen') return { kind: shape.kind, since: iso(at) };
  return { ...shape, at: iso(at) };
}

function withDashes(digits: string): string {
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => digits.slice(from, to)).join('-');
}

function inflated(packed: string): Response {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')));
}

const iso = (moment: number): string => new Date(moment).toISOString();
