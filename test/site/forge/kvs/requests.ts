import { z } from 'zod';
import { METADATA_FIELDS } from './row';
import { badRequest } from './kvs-error';

/** Request bodies of the store's service, as the @forge/kvs client sends them. */
const Conditions = z.enum([
  'BEGINS_WITH',
  'BETWEEN',
  'CONTAINS',
  'EQUAL_TO',
  'EXISTS',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'NOT_CONTAINS',
  'NOT_EQUAL_TO',
  'NOT_EXISTS',
]);
const Condition = z.strictObject({
  condition: Conditions,
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});
export type Condition = z.infer<typeof Condition>;

const PropertyConditions = z.array(Condition.extend({ property: z.string() }));
const Filters = z.strictObject({ and: PropertyConditions.optional(), or: PropertyConditions.optional() });
export type Filters = z.infer<typeof Filters>;
const Metadata = z.array(z.enum(METADATA_FIELDS)).optional();
const Ttl = z.strictObject({
  value: z.number(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});

export const GetBody = z.strictObject({
  key: z.string(),
  entityName: z.string().optional(),
  options: z.strictObject({ metadataFields: Metadata }).optional(),
});

const Stored = z.strictObject({ key: z.string(), value: z.unknown(), entityName: z.string().optional() });
const OnlyTtl = z.strictObject({ ttl: Ttl.optional() });

export type GetBody = z.infer<typeof GetBody>;

export const SetBody = Stored.extend({
  options: OnlyTtl.extend({
    keyPolicy: z.enum(['FAIL_IF_EXISTS', 'OVERRIDE']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: Metadata,
  })
    .refine(({ keyPolicy, returnValue }) => returnValue === undefined || keyPolicy !== 'FAIL_IF_EXISTS', {
      message: 'returnValue is for writes that may override',
    })
    .refine(
      ({ returnValue, returnMetadataFields }) => returnMetadataFields === undefined || returnValue !== undefined,
      {
        message: 'returnMetadataFields needs returnValue',
      },
    )
    .optional(),
});
/** In a batch every value is put in place, whatever was there: neither a policy for keys nor an answer can be asked for. */
export const BatchSetBody = Stored.extend({ options: OnlyTtl.optional() });
export type BatchSetBody = z.infer<typeof BatchSetBody>;
export type SetBody = z.infer<typeof SetBody>;

export const DeleteBody = z.strictObject({ key: z.string(), entityName: z.string().optional() });

export const QueryBody = z.strictObject({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.strictObject({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .optional(),
  options: z.strictObject({ metadataFields: Metadata }).optional(),
});

export const EntityQueryBody = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: Condition.optional(),
  filters: z.union([Filters, z.array(z.never())]).optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().optional(),
  cursor: z.string().optional(),
  options: z.strictObject({ metadataFields: Metadata }).optional(),
});
export type EntityQueryBody = z.infer<typeof EntityQueryBody>;

const Target = z.strictObject({ key: z.string(), entityName: z.string().optional(), conditions: Filters.optional() });
export const TransactionBody = z.strictObject({
  set: z.array(Target.extend({ value: z.unknown(), options: OnlyTtl.optional() })).optional(),
  delete: z.array(Target).optional(),
  check: z.array(Target.required({ conditions: true })).optional(),
});
export type TransactionBody = z.infer<typeof TransactionBody>;

/** Reads a body in one of these forms, or refuses it as the service would refuse malformed JSON. */
export function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw badRequest('INVALID_REQUEST', z.prettifyError(result.error));
}
