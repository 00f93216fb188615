import { z } from 'zod';

/** The parts of manifest.yml the host acts on. Form and rules are checked by Atlassian's own validator, not here. */
const Key = z.string();

const Page = z.looseObject({
  key: Key,
  title: z.union([z.string(), z.looseObject({})]).optional(),
  resource: z.string().optional(),
  resolver: z.looseObject({ function: z.string().optional() }).optional(),
});

const Index = z.union([
  z.string(),
  z.object({ name: z.string(), range: z.array(z.string()).min(1), partition: z.array(z.string()).optional() }),
]);

const Entity = z.object({
  name: z.string(),
  attributes: z.record(z.string(), z.object({ type: z.enum(['string', 'boolean', 'float', 'integer', 'any']) })),
  indexes: z.array(Index).optional(),
});

const Modules = z
  .object({
    function: z
      .array(
        z.looseObject({
          key: Key,
          handler: z.string(),
          timeoutSeconds: z.number().optional(),
          runtime: z.looseObject({ memoryMB: z.number().optional() }).optional(),
        }),
      )
      .default([]),
    scheduledTrigger: z
      .array(z.looseObject({ key: Key, function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) }))
      .default([]),
    consumer: z.array(z.looseObject({ key: Key, queue: z.string(), function: z.string() })).default([]),
    trigger: z
      .array(
        z.looseObject({
          key: Key,
          function: z.string(),
          events: z.array(z.string()),
          filter: z.looseObject({ ignoreSelf: z.boolean().optional() }).optional(),
        }),
      )
      .default([]),
  })
  .catchall(z.array(Page));

const Scopes = z.union([
  z.array(z.string()),
  z.record(z.string(), z.looseObject({ allowImpersonation: z.boolean().optional() }).nullable()),
]);

export const ManifestFile = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    runtime: z.looseObject({ memoryMB: z.number().optional() }).optional(),
    storage: z.looseObject({ entities: z.array(Entity).optional() }).optional(),
  }),
  modules: Modules,
  resources: z.array(z.looseObject({ key: Key, path: z.string() })).default([]),
  permissions: z.looseObject({ scopes: Scopes.default([]) }).default({ scopes: [] }),
});
export type ManifestFile = z.infer<typeof ManifestFile>;
export type EntityDeclaration = z.infer<typeof Entity>;
