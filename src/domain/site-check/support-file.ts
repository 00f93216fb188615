import { toIso, type Instant } from '../instant';
import { findBegun, type SiteFacts, type SiteKnowledge } from './answers';
import { SITE_CHECK_NAMES, type SiteCheck, type SiteOutcome } from './checks';
import { behaviorOf, type SiteBehavior } from './site-behavior';

/** What an administrator may send to support: what was found, without a trace of who is there. */
export interface SupportFile {
  readonly form: 'site-check';
  readonly version: 1;
  readonly appVersion: string;
  readonly madeAt: string;
  readonly checks: readonly {
    readonly check: SiteCheck;
    readonly outcome: SiteOutcome | null;
    readonly at: string | null;
    readonly facts: SiteFacts;
    readonly isUnderWay: boolean;
  }[];
  readonly behavior: SiteBehavior;
}

/** Leaves out who tried what and every name of a test group; facts are numbers and yes or no by their type. */
export function supportFile(site: SiteKnowledge, appVersion: string, now: Instant): SupportFile {
  return {
    form: 'site-check',
    version: 1,
    appVersion,
    madeAt: toIso(now),
    checks: SITE_CHECK_NAMES.map((check) => {
      const answer = site.answers[check];
      return {
        check,
        outcome: answer?.outcome ?? null,
        at: answer ? toIso(answer.at) : null,
        facts: answer?.facts ?? {},
        isUnderWay: findBegun(site, check) !== undefined,
      };
    }),
    behavior: behaviorOf(site),
  };
}
