import { createHash } from 'node:crypto';

/** Identifiers the platform gives an installed app; always the same for the same site. */
export interface Installation {
  readonly cloudId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly appVersion: string;
  readonly environmentType: string;
}

export function installationOn(cloudId: string): Installation {
  const digest = createHash('sha256').update(cloudId).digest('hex');
  return {
    cloudId,
    environmentId: '22222222-aaaa-4bbb-8ccc-111111111111',
    installationId: `33333333-aaaa-4bbb-8ccc-${digest.slice(0, 12)}`,
    appVersion: '1.0.0',
    environmentType: 'DEVELOPMENT',
  };
}

export const contextAri = ({ cloudId }: Installation): string => `ari:cloud:jira::site/${cloudId}`;
