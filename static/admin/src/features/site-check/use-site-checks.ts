import { useEffect } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input, SiteCheckName, SiteChecksView, SiteCheckView } from '../../../../../src/shared/contract';
import { call } from '../../api/call';
import { useAnswer } from '../../api/queries';
import { measureBridgePoints, measureFrameHeight } from '../../api/site-measurements';

type ServerCheck = Input<'runSiteCheck'>['check'];
/** What a person says they see. */
export type Seen = Extract<Input<'recordSiteMeasurement'>, { isListed: boolean }>;
export type Stoppable = Input<'stopSiteCheck'>;

/** What the page can do about checks. */
export interface CheckCommands {
  readonly isBusy: boolean;
  readonly onRun: (check: SiteCheckName) => void;
  readonly onStop: (input: Stoppable) => void;
  readonly onTidy: () => void;
  readonly onSeen: (seen: Seen) => void;
}

/** Tries one check, wherever it is tried. */
async function tryCheck(check: Exclude<SiteCheckName, Seen['check']>): Promise<SiteChecksView> {
  if (check === 'bridge-points') return call('recordSiteMeasurement', await measureBridgePoints());
  if (check === 'frame-height') return call('recordSiteMeasurement', await measureFrameHeight());
  return call('runSiteCheck', { check: check satisfies ServerCheck });
}

/** Everything that neither changes Jira nor waits for somebody. */
export function isFree({ changesJira, triedBy, underWay }: SiteCheckView): boolean {
  return !changesJira && triedBy !== 'watch' && triedBy !== 'person' && underWay === null;
}

/** What is known of the site, kept up to date while something is under way, and what can be done. */
export function useSiteChecks() {
  const client = useQueryClient();
  const keep = (site: SiteChecksView) => client.setQueryData(['getSiteChecks', {}], site);
  const site = useAnswer('getSiteChecks', {}, { pollWhile: ({ checks }) => checks.some(isUnderWay) });
  const run = useMutation({
    // One after the other, so that each answer is shown when it is there.
    mutationFn: async (checks: readonly SiteCheckName[]) => {
      for (const check of checks) if (check !== 'admin-page-listed') keep(await tryCheck(check));
    },
  });
  const stop = useMutation({ mutationFn: (input: Stoppable) => call('stopSiteCheck', input), onSuccess: keep });
  const tidy = useMutation({ mutationFn: () => call('tidySiteChecks', {}), onSuccess: keep });
  const seen = useMutation({ mutationFn: (input: Seen) => call('recordSiteMeasurement', input), onSuccess: keep });
  const isLeftOver = site.data?.checks.some(({ underWay }) => underWay?.isLeftOver === true) ?? false;
  const { mutate: tidyUp, isIdle } = tidy;
  useEffect(() => {
    if (isLeftOver && isIdle) tidyUp();
  }, [isLeftOver, isIdle, tidyUp]);
  return { site, run, stop, tidy, seen };
}

function isUnderWay({ underWay }: SiteCheckView): boolean {
  return underWay !== null && !underWay.isLeftOver;
}
