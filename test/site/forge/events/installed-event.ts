import type { ProductEvent } from '../../core/parts';
import type { Installation } from '../functions/installation';
import type { Manifest } from '../manifest/manifest';

const EVENT_TYPE = 'avi:forge:installed:app';

/** The lifecycle event Forge sends once an administrator has installed the app. */
export function installedEvent(
  { appId }: Manifest,
  { installationId, environmentId, appVersion }: Installation,
  installerAccountId: string,
  at: number,
): ProductEvent {
  return {
    eventType: EVENT_TYPE,
    at,
    selfGenerated: false,
    payload: {
      eventType: EVENT_TYPE,
      timestamp: String(at),
      id: `ari:cloud:ecosystem::installation/${installationId}`,
      installerAccountId,
      app: { id: `ari:cloud:ecosystem::app/${appId}`, version: appVersion },
      environment: { id: `ari:cloud:ecosystem::environment/${appId}/${environmentId}` },
    },
  };
}
