import { toIso } from '../../domain/instant';
import { findBegun, type BegunCheck, type SiteKnowledge } from '../../domain/site-check/answers';
import { SITE_CHECK_NAMES, SITE_CHECKS, type SiteCheck } from '../../domain/site-check/checks';
import { LOAD_ROUNDS } from '../../domain/site-check/memory-load';
import { supportFile } from '../../domain/site-check/support-file';
import type { SiteChecksView, SiteCheckUnderWay, SiteCheckView } from '../../shared/contract';
import { done } from '../../usecases/outcome';
import { recordMeasured } from '../../usecases/site-check/measured-in-browser';
import { runCheck } from '../../usecases/site-check/run-check';
import { tidyUp } from '../../usecases/site-check/settle-checks';
import { stopCheck } from '../../usecases/site-check/watch-arrivals';
import { isoOrNull } from '../views';
import type { Operations } from './operation';

export const siteCheckOperations: Operations<
  'getSiteChecks' | 'runSiteCheck' | 'recordSiteMeasurement' | 'stopSiteCheck' | 'tidySiteChecks' | 'getSupportFile'
> = {
  getSiteChecks: async (_input, _caller, { siteChecks }) => done(siteChecksView(await siteChecks.find())),
  runSiteCheck: async ({ check }, { accountId }, ports) =>
    done(siteChecksView(await runCheck(check, accountId, ports))),
  recordSiteMeasurement: async (measured, { accountId }, ports) =>
    done(siteChecksView(await recordMeasured(measured, accountId, ports))),
  stopSiteCheck: async (input, { accountId }, ports) => done(siteChecksView(await stopCheck(input, accountId, ports))),
  tidySiteChecks: async (_input, _caller, ports) => {
    await tidyUp(ports);
    return done(siteChecksView(await ports.siteChecks.find()));
  },
  getSupportFile: async (_input, { app }, { siteChecks, clock }) =>
    done({ ...supportFile(await siteChecks.find(), app.version, clock.now()) }),
};

function siteChecksView(site: SiteKnowledge): SiteChecksView {
  return { checks: SITE_CHECK_NAMES.map((check) => checkView(check, site)) };
}

function checkView(check: SiteCheck, site: SiteKnowledge): SiteCheckView {
  const { by: triedBy, changesJira } = SITE_CHECKS[check];
  const answer = site.answers[check];
  const begun = findBegun(site, check);
  return {
    check,
    triedBy,
    changesJira,
    outcome: answer?.outcome ?? null,
    facts: answer?.facts ?? {},
    at: isoOrNull(answer?.at ?? null),
    by: answer?.by ?? null,
    underWay: begun ? underWay(begun) : null,
  };
}

function underWay(begun: BegunCheck): SiteCheckUnderWay {
  return {
    since: toIso(begun.at),
    by: begun.by,
    progress: begun.kind === 'job-memory' ? { done: begun.rounds, total: LOAD_ROUNDS } : null,
    listensFrom: begun.kind === 'watch' ? toIso(begun.listensFrom) : null,
    until: begun.kind === 'watch' ? toIso(begun.until) : null,
    isLeftOver: begun.kind === 'group-write' && begun.stage === 'cleanup',
  };
}
