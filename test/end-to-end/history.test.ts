import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import { allSeats, asAdministrator, onlyProfile } from './ask';

/** A data file with the independently computed answer beside it, `<name>.truth.json`; `.ci/run` names it when it is there. */
const HISTORY = process.env['SITE_HISTORY'];
const DAY = 86_400_000;

interface Truth {
  readonly asOf: string;
  readonly definitions: { readonly any: { readonly 60: { readonly ids: readonly string[] } } };
  readonly seatHolders: { readonly software: number; readonly active: { readonly any: { readonly 60: number } } };
}

(HISTORY === undefined ? describe.skip : describe)('the real activity of 3,314 people (needs SITE_HISTORY)', () => {
  let site: RunningSite;
  afterAll(async () => {
    await site.stop();
  });

  it('finds exactly the people who were active, and no others', async () => {
    const file = HISTORY ?? '';
    const truth = JSON.parse(readFileSync(file.replace(/\.ndjson(\.gz)?$/, '.truth.json'), 'utf8')) as Truth;
    const asOf = Date.parse(truth.asOf);
    site = await startSite({ source: { file }, now: asOf });
    const { overview } = await runMainJob(site);
    const software = overview.byRole.find(({ roleKey }) => roleKey === 'jira-software');
    expect(software).toMatchObject({
      seats: truth.seatHolders.software,
      active: truth.seatHolders.active.any[60],
      unknown: 0,
    });

    const admin = asAdministrator(site);
    const seats = await allSeats(admin, await onlyProfile(admin));
    const holders = seats.filter(({ roleKey }) => roleKey === 'jira-software');
    const active = holders
      .filter(({ activity }) => activity.kind === 'seen' && Date.parse(activity.at) >= asOf - 60 * DAY)
      .map(({ accountId }) => accountId);
    const holds = new Set(holders.map(({ accountId }) => accountId));
    const expected = truth.definitions.any[60].ids.filter((id) => holds.has(id));
    expect(digest(active)).toBe(digest(expected));
  }, 240_000);
});

function digest(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
}
