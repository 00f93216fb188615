/** One stored value. Rows are never changed, only replaced, so views and snapshots can share them. */
export interface Row {
  readonly value: unknown;
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number;
}

export const METADATA_FIELDS = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** A row as the service answers it, with the metadata that was asked for. */
export function answered(key: string, row: Row, fields: readonly MetadataField[] = []): Record<string, unknown> {
  return {
    key,
    value: row.value,
    ...(fields.includes('CREATED_AT') && { createdAt: row.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: row.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') &&
      row.expiresAt !== undefined && { expireTime: new Date(row.expiresAt).toISOString() }),
  };
}
