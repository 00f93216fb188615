import type { Channel, Principal, RecordedExchange } from '../../site/core/exchange';
import { SimulatedClock } from '../../site/core/clock';
import { Faults } from '../../site/core/faults';
import { Meters } from '../../site/core/meters';
import { Switches } from '../../site/core/switches';
import { defaultNow, generateSite, JiraSite, parseDataFile, type SiteData } from '../../site/jira';
import { SMALL_SITE } from './small-site';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface CallOptions {
  readonly as?: Principal;
  readonly channel?: Channel;
  readonly scopes?: readonly string[] | 'all';
  readonly impersonationScopes?: readonly string[];
}

export const ADMIN: Principal = { kind: 'user', accountId: 'ada', impersonated: false };
export const APP: Principal = { kind: 'app' };
export const person = (accountId: string, impersonated = false): Principal => ({
  kind: 'user',
  accountId,
  impersonated,
});

/** A site with its clock, switches, faults and meters, and a short way to call it. */
export function siteOf(data: SiteData = parseDataFile(SMALL_SITE)) {
  const clock = new SimulatedClock(defaultNow(data));
  const [switches, faults, meters] = [new Switches(), new Faults(), new Meters()];
  const jira = new JiraSite({ data, clock, switches, faults, meters });
  const call = async (method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Reply> => {
    const response = await jira.handle({
      principal: options.as ?? ADMIN,
      channel: options.channel ?? 'http',
      scopes: options.scopes ?? 'all',
      impersonationScopes: options.impersonationScopes ?? [],
      method,
      url: `/rest/api/3/${path}`,
      headers: {},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = response.body === '' ? undefined : (JSON.parse(response.body) as unknown);
    return { status: response.status, headers: response.headers, body: text };
  };
  return { jira, clock, switches, faults, meters, call, data };
}

export const generated = (seats = 120, issues = 400, seed = 7): SiteData => generateSite({ seats, issues, seed });

export const recorded = (jira: JiraSite): RecordedExchange[] => jira.traffic(0);
