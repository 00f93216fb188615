import { getAppContext } from '@forge/api';

/** Which installed copy of the app this is: shown on the setup page, where other products ask for client ids and secrets. */
export interface AppIdentity {
  readonly appId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly version: string;
}

/** The installation whose invocation this is; undefined where the platform does not tell, and outside an invocation. */
export function findInstallation(): string | undefined {
  try {
    const { installationAri } = getAppContext();
    return installationAri.installationId ? installationAri.toString() : undefined;
  } catch {
    return undefined;
  }
}

/** The version of the app that runs; null where the platform does not tell. */
export function findAppVersion(): string | null {
  try {
    return getAppContext().appVersion || null;
  } catch {
    return null;
  }
}

export function readAppIdentity(): AppIdentity {
  const { appAri, environmentAri, installationAri, appVersion } = getAppContext();
  return {
    appId: appAri.appId,
    environmentId: environmentAri.environmentId,
    installationId: installationAri.installationId,
    version: appVersion,
  };
}
