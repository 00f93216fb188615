import { installationNews, restart, type Installed } from '../domain/event-watch';
import type { AccountId } from '../domain/identifiers';
import type { Ports } from '../ports/ports';
import { beginCounting } from './activity-settings';

export interface InstallationNotice {
  readonly installed: Installed;
  /** What the platform calls it; undefined: it does not say. */
  readonly said: 'installed' | 'upgraded' | undefined;
  /** Who installed or upgraded the app, when that is known. */
  readonly by: AccountId | null;
}

/**
 * Begins the evidence log with an installation, and records an upgrade: once each, however often and late it is told, and after
 * a crash anywhere in between. Product events exist from here on, and views are known from here on.
 */
export async function noteInstallation(
  { installed, said, by }: InstallationNotice,
  ports: Pick<Ports, 'eventWatch' | 'activitySettings' | 'evidence' | 'clock'>,
): Promise<void> {
  const news = installationNews(await ports.eventWatch.find(), installed, said);
  if (!news) return;
  const { installation, version } = installed;
  const now = ports.clock.now();
  await beginCounting(await ports.activitySettings.find(), ports);
  await ports.evidence.append(
    {
      kind: 'app-installed',
      at: now,
      by,
      subject: null,
      candidate: null,
      text: news === 'installed' ? 'App installed.' : 'App upgraded.',
      details: { news, installation, version },
    },
    news === 'installed' ? `installed.${installation}` : `upgraded.${installation}.${version ?? ''}`,
  );
  await ports.eventWatch.update((watch) => restart(watch, installed, said, now)); // last: from here on it is known
}
