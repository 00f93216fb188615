import { randomBytes } from 'node:crypto';
import type { Caller, FunctionDeclaration, Manifest } from '../manifest/manifest';
import { contextAri, type Installation } from './installation';

/** Pushes that descend from one origin, whatever messages and retries lie between (the platform's cyclic limit). */
export interface Chain {
  pushes: number;
}

/** One run of a function, from its dispatch to its end. */
export interface Invocation {
  readonly id: string;
  readonly token: string;
  readonly caller: Caller;
  /** The person whose action made the platform call the function; undefined in the background. */
  readonly accountId: string | undefined;
  readonly chain: Chain;
}

export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly stack?: readonly string[];
}

export type InvocationOutcome =
  { readonly success: true; readonly body: unknown } | { readonly success: false; readonly error: FunctionFailure };

export const failed = (errorType: string, errorMessage: string): InvocationOutcome => ({
  success: false,
  error: { errorType, errorMessage },
});

/** `isActive` is not told any more. */
export function licenseOf(license: string): { license?: { active: boolean } } {
  return license === 'none-reported' ? {} : { license: { active: license === 'active' } };
}

/** The event of the runtime wrapper's `main`, as the platform would build it. */
export function wrapperEvent(
  invocation: Invocation,
  declared: FunctionDeclaration,
  body: unknown,
  app: { manifest: Manifest; installation: Installation; proxyUrl: string; tellsPermissions: boolean; license: string },
): Record<string, unknown> {
  const { manifest, installation, proxyUrl } = app;
  const { cloudId, installationId, environmentId, environmentType, appVersion } = installation;
  return {
    _meta: {
      contextAri: contextAri(installation),
      ...(invocation.accountId === undefined ? {} : { aaid: invocation.accountId }),
      tracing: { traceId: randomBytes(8).toString('hex'), spanId: randomBytes(8).toString('hex') },
      proxy: { token: invocation.token, url: proxyUrl },
      appContext: {
        appId: manifest.appId,
        appVersion,
        environmentId,
        environmentType,
        installationId,
        invocationId: invocation.id,
        functionKey: declared.key,
        moduleType: invocation.caller.type,
        moduleKey: invocation.caller.key,
        installation: { ari: { installationId }, contexts: [{ cloudId, workspaceId: cloudId }] },
        ...(app.tellsPermissions ? { permissions: { scopes: manifest.scopes, external: {} } } : {}),
        ...licenseOf(app.license),
      },
    },
    body,
    handler: declared.handler,
    variables: [],
  };
}
