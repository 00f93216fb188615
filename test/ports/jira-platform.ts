import { join } from 'node:path';
import { platform } from './forge-globals';
import { HourlyLedger, type SpentPoints } from '../../src/adapters/jira/hourly-ledger';
import { JiraActivitySource } from '../../src/adapters/jira/jira-activity-source';
import { JiraCalls } from '../../src/adapters/jira/jira-calls';
import { JiraDirectory } from '../../src/adapters/jira/jira-directory';
import { JiraGroupWriter } from '../../src/adapters/jira/jira-group-writer';
import { JiraPermissions } from '../../src/adapters/jira/jira-permissions';
import { siteOf } from '../site-tests/jira/fixture';
import type { SiteData } from '../site/jira';
import { loadManifest } from '../site/forge/manifest/manifest';

/** Points spent per hour, in memory. */
class Spent implements SpentPoints {
  readonly byHour = new Map<number, number>();

  read(hour: number): Promise<number> {
    return Promise.resolve(this.byHour.get(hour) ?? 0);
  }

  add(hour: number, points: number): Promise<void> {
    this.byHour.set(hour, points + (this.byHour.get(hour) ?? 0));
    return Promise.resolve();
  }
}

/** The real adapters and the real client, with the manifest's scopes, in front of a small stand-in Jira. */
export function onSmallSite(budget = 1_000_000, data?: SiteData) {
  const site = siteOf(data);
  const { scopes, impersonationScopes } = loadManifest(join(__dirname, '../..'));
  Object.assign(platform, { jira: site.jira, scopes, impersonationScopes, caller: undefined });
  const spent = new Spent();
  const set = { budget };
  const ledger = new HourlyLedger(site.clock, () => Promise.resolve(set.budget), spent);
  const waited: number[] = [];
  const calls = new JiraCalls(ledger, site.clock, (milliseconds) => {
    waited.push(milliseconds);
    site.clock.advanceTo(site.clock.now() + milliseconds);
    return Promise.resolve();
  });
  const directory = new JiraDirectory(calls);
  return {
    ...site,
    /** Pauses that were waited out, in simulated time. */
    waited,
    spent,
    /** What the administrators allow an hour. */
    set,
    ledger,
    calls,
    directory,
    activity: new JiraActivitySource(calls),
    permissions: new JiraPermissions(calls),
    writer: new JiraGroupWriter(calls, async (groupId, accountId) =>
      ((await directory.findPerson(accountId))?.groupIds ?? []).includes(groupId),
    ),
    /** What Jira charged the app by its own count. */
    charged: () =>
      Object.values(site.meters.read().jira)
        .flatMap((byPrincipal) => Object.values(byPrincipal))
        .reduce((sum, { points }) => sum + points, 0),
  };
}

export type SmallSite = ReturnType<typeof onSmallSite>;
