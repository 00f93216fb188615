import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ForgePart } from '../../core/parts';
import { ManifestFile, type EntityDeclaration } from './manifest-schema';

export interface FunctionDeclaration {
  readonly key: string;
  readonly handler: string;
  readonly timeoutSeconds: number | undefined;
  readonly memoryMb: number;
}

/** A module that makes the platform call one function. */
export interface Caller {
  readonly type: string;
  readonly key: string;
  readonly functionKey: string;
}

/** The app as its manifest declares it. */
export interface Manifest {
  readonly appId: string;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly resolvers: readonly Caller[];
  readonly consumers: readonly (Caller & { readonly queue: string })[];
  readonly scheduledTriggers: readonly (Caller & { readonly intervalMs: number })[];
  readonly eventTriggers: readonly (Caller & { readonly events: readonly string[]; readonly ignoreSelf: boolean })[];
  readonly pages: ForgePart['pages'];
  readonly entities: readonly EntityDeclaration[];
  readonly scopes: readonly string[];
  /** Scopes that may be used for a person who is not there. */
  readonly impersonationScopes: readonly string[];
  readonly permissions: unknown;
}

const DEFAULT_MEMORY_MB = 512;
const MINUTE_MS = 60_000;
const INTERVALS_MS = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};

/** Reads manifest.yml of an app. Throws an Error that names the field when it does not have the expected form. */
export function loadManifest(appDir: string): Manifest {
  const parsed = ManifestFile.safeParse(parse(readFileSync(join(appDir, 'manifest.yml'), 'utf8')));
  if (!parsed.success) throw new Error(`manifest.yml: ${z.prettifyError(parsed.error)}`);
  const file = parsed.data;
  const { function: functions, scheduledTrigger, consumer, trigger, ...others } = file.modules;
  const { scopes } = file.permissions;
  return {
    appId: file.app.id.split('/').pop() ?? file.app.id,
    functions: new Map(functions.map((declared) => [declared.key, functionDeclaration(declared, file)])),
    resolvers: Object.entries(others).flatMap(([type, modules]) =>
      modules.flatMap(({ key, resolver }) =>
        resolver?.function === undefined ? [] : [{ type, key, functionKey: resolver.function }],
      ),
    ),
    consumers: consumer.map(({ key, queue, function: functionKey }) => ({ type: 'consumer', key, queue, functionKey })),
    scheduledTriggers: scheduledTrigger.map(({ key, interval, function: functionKey }) => ({
      type: 'scheduledTrigger',
      key,
      functionKey,
      intervalMs: INTERVALS_MS[interval],
    })),
    eventTriggers: trigger.map(({ key, events, filter, function: functionKey }) => ({
      type: 'trigger',
      key,
      functionKey,
      events,
      ignoreSelf: filter?.ignoreSelf ?? false,
    })),
    pages: pagesOf(others, file.resources),
    entities: file.app.storage?.entities ?? [],
    scopes: Array.isArray(scopes) ? scopes : Object.keys(scopes),
    impersonationScopes: Array.isArray(scopes)
      ? []
      : Object.entries(scopes).flatMap(([scope, options]) => (options?.allowImpersonation ? [scope] : [])),
    permissions: file.permissions,
  };
}

function functionDeclaration(
  declared: ManifestFile['modules']['function'][number],
  { app }: ManifestFile,
): FunctionDeclaration {
  return {
    key: declared.key,
    handler: declared.handler,
    timeoutSeconds: declared.timeoutSeconds,
    memoryMb: declared.runtime?.memoryMB ?? app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB,
  };
}

function pagesOf(modules: ManifestFile['modules'] | object, resources: ManifestFile['resources']): Manifest['pages'] {
  const pathOf = new Map(resources.map(({ key, path }) => [key, path]));
  return Object.entries(modules as Record<string, ManifestFile['modules'][string]>).flatMap(([type, list]) =>
    list.flatMap((module) => {
      const path = module.resource === undefined ? undefined : pathOf.get(module.resource);
      if (module.resource === undefined || path === undefined) return [];
      const title = typeof module.title === 'string' ? module.title : module.key;
      return [{ type, key: module.key, title, resource: module.resource, path, layout: module }];
    }),
  );
}
