import type { z } from 'zod';
import type { Switches } from '../../core/switches';
import { boundsOf, EVERYTHING, passes } from './condition';
import { BY_KEY } from './entity-schema';
import { decodeCursor, takePage } from './page';
import type { EntityQueryBody, QueryBody } from './requests';
import type { Metered } from './single-operations';
import type { StoreContext } from './store-context';

const delayMs = (switches: Switches) => switches.get('kvsQueryDelay') * 1_000;

export function queryPlain({ tables, switches }: StoreContext, body: z.infer<typeof QueryBody>): Metered {
  const prefix = body.where?.[0]?.values[0];
  const bounds = prefix === undefined ? EVERYTHING : boundsOf({ condition: 'BEGINS_WITH', values: [prefix] });
  const index = tables.plain.index(BY_KEY, delayMs(switches));
  const scan = index.scan({ partition: '', bounds, descending: false, after: decodeCursor(body.after) });
  const { bytes, ...page } = takePage(scan, {
    limit: body.limit,
    isReadable: ({ row }) => tables.plain.isReadable(row),
    keeps: () => true,
    filterAfterPaging: false,
    metadataFields: body.options?.metadataFields,
  });
  tables.plain.hotSpots.query(prefix ?? '', bytes);
  return { bytes, body: page };
}

export function queryEntity({ tables, switches }: StoreContext, body: EntityQueryBody): Metered {
  const { schema, table } = tables.entity(body.entityName);
  const partition = schema.partition(body.indexName, body.partition ?? []);
  const index = table.index(body.indexName, delayMs(switches));
  const filters = Array.isArray(body.filters) ? undefined : body.filters;
  if (body.range !== undefined) schema.checkRange(body.indexName, body.range);
  if (filters !== undefined) schema.checkFilters(filters);
  const scan = index.scan({
    partition,
    bounds: body.range === undefined ? EVERYTHING : boundsOf(body.range),
    descending: body.sort === 'DESC',
    after: decodeCursor(body.cursor),
  });
  const { bytes, ...page } = takePage(scan, {
    limit: body.limit,
    isReadable: ({ row }) => table.isReadable(row),
    keeps: ({ row }) => passes(row.value, filters),
    filterAfterPaging: switches.get('kvsFilterAfterPaging'),
    metadataFields: body.options?.metadataFields,
  });
  table.hotSpots.query(`${body.indexName} ${partition}`, bytes);
  return { bytes, body: page };
}
