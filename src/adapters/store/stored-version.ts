import { z } from 'zod';

export const v = z.literal(1).default(1);

/** The version belongs to the stored form: inside, records do not carry it. */
export function withoutVersion<Stored extends { v?: 1 }>(stored: Stored): Omit<Stored, 'v'> {
  const record = { ...stored };
  delete record.v;
  return record;
}
