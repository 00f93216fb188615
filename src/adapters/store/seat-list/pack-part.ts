import { constants, deflateSync } from 'node:zlib';
import { intoColumns, refsOf } from '../../../domain/seat-list/seat-columns';
import type { ListedSeat } from '../../../domain/seat-list/seat-list';
import type { SeatListPart } from '../../../ports/seat-list-store';
import { deflated } from '../deflated-values';

/** Digits of ids repeat by accident only: looking for repetitions makes them larger. */
const OF_DIGITS = { strategy: constants.Z_HUFFMAN_ONLY } as const;

/** Seats as they are stored, and as pages get them. */
export function packPart(seats: readonly ListedSeat[]): SeatListPart {
  const { shapes, accounts, columns } = intoColumns(seats);
  return {
    shapes,
    accounts: deflateSync(accounts.join('\n'), OF_DIGITS).toString('base64'),
    columns: deflateSync(JSON.stringify(columns)).toString('base64'),
  };
}

/** What a file names of the same seats, as it is stored beside their part. */
export function packRefs(seats: readonly ListedSeat[]): string {
  return deflated(refsOf(seats));
}
