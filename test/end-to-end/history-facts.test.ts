import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, inflateSync } from 'node:zlib';
import { ActivityBucket } from '../../src/adapters/store/activity-rows';
import { latestActivity, type ActivityBasis, type PersonActivity } from '../../src/domain/activity';
import { startSite, type RunningSite } from '../site/site';
import { Prng } from '../site/core/prng';
import { allSeats, asAdministrator, onlyProfile } from './ask';

/** A data file with the independently computed answer beside it, `<name>.truth.json`; `.ci/run` names it when it is there. */
const HISTORY = process.env['SITE_HISTORY'];
const [HOUR, DAY] = [3_600_000, 86_400_000];
const LOOK_BACK_DAYS = 91;
const READER = join(__dirname, 'outsiders', 'newest.mjs');

type Answers = Readonly<Record<'30' | '60' | '90', { readonly size: number; readonly sha256: string }>>;
interface Truth {
  readonly asOf: string;
  readonly definitions: { readonly any: Answers; readonly serviceNow: Answers };
}
interface Entry {
  readonly author: string | null;
  readonly created: string;
}
interface Issue {
  readonly kind: string;
  readonly creator: string | null;
  readonly created: string;
  readonly histories: readonly Entry[];
  readonly comments: readonly (Entry & { readonly updated: string; readonly updateAuthor?: string | null })[];
}

(HISTORY === undefined ? describe.skip : describe)('who did what in a real history (needs SITE_HISTORY)', () => {
  const file = HISTORY ?? '';
  let site: RunningSite;
  let asOf: number;
  let truth: Truth;
  let people: readonly PersonActivity[];

  beforeAll(async () => {
    truth = JSON.parse(readFileSync(file.replace(/\.ndjson(\.gz)?$/, '.truth.json'), 'utf8')) as Truth;
    asOf = Date.parse(truth.asOf);
    site = await startSite({ source: { file }, now: asOf });
    await collect(site);
    const stored = (site.forge.kvs.dump('activity.') as { plain: Record<string, { deflated: string }> }).plain;
    people = Object.values(stored).flatMap(({ deflated }) =>
      ActivityBucket.parse(JSON.parse(inflateSync(Buffer.from(deflated, 'base64')).toString())),
    );
  }, 400_000);

  afterAll(async () => {
    await site.stop();
  });

  const definitions: readonly [keyof Truth['definitions'], ActivityBasis][] = [
    ['any', 'any-contribution'],
    ['any', 'including-views'],
    ['serviceNow', 'original-compatible'],
  ];
  const cases = definitions.flatMap(([name, basis]) =>
    (['30', '60', '90'] as const).map((days) => [name, basis, days] as const),
  );

  it.each(cases)('the definition “%s” (%s) finds exactly those active within %s days', (name, basis, days) => {
    const limit = asOf - Number(days) * DAY;
    const isActive = (person: PersonActivity) => (latestActivity(person, basis)?.at ?? 0) >= limit;
    const ids = people.filter(isActive).map(({ accountId }) => accountId);
    const { size, sha256 } = truth.definitions[name][days];
    expect({ size: ids.length, sha256: digest(ids) }).toEqual({ size, sha256 });
  });

  it('agrees with the jira.js client and a little arithmetic about a random sample of people, to the second', async () => {
    const admin = asAdministrator(site);
    const email = 'reader@history.example'; // the client insists on one, and the file hides them
    await site.control('POST', '/user', { accountId: admin.accountId, email });
    const seats = await allSeats(admin, await onlyProfile(admin));
    const random = new Prng(20);
    const sample = Array.from({ length: 60 }, () => seats[random.below(seats.length)]).filter(
      (seat) => seat !== undefined,
    );
    const from = asOf - LOOK_BACK_DAYS * DAY;
    const since = new Date(from - DAY).toISOString().slice(0, 10);
    const args = [READER, site.url, email, since, ...sample.map(({ accountId }) => accountId)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { issues, newest } = JSON.parse(stdout) as { issues: number; newest: Record<string, number> };
    expect(issues).toBeGreaterThan(1000);
    const shown = sample.map(({ accountId, activity }) => [accountId, activity.kind === 'seen' ? activity.at : null]);
    const read = sample.map(({ accountId }) => {
      const at = newest[accountId] ?? 0;
      return [accountId, at < from ? null : new Date(at).toISOString()];
    });
    expect(shown.filter(([, at]) => at !== null).length).toBeGreaterThan(5);
    expect(shown.map(inWholeSeconds)).toEqual(read.map(inWholeSeconds));
  }, 120_000);

  it('tells everybody’s last activity to the second, with a work item behind it', () => {
    const from = asOf - LOOK_BACK_DAYS * DAY;
    const expected = [...newestOf(file)].filter(([, at]) => at >= from).sort();
    const found = people.flatMap((person): [string, number][] => {
      const latest = latestActivity(person);
      expect(latest?.ref).toMatch(/^[A-Z][A-Z0-9]*-\d+$/);
      return latest ? [[person.accountId, latest.at]] : [];
    });
    const inSeconds = (rows: [string, number][]) => rows.map(([who, at]) => `${who} ${Math.floor(at / 1000)}`).sort();
    expect(inSeconds(found)).toEqual(inSeconds(expected));
  });
});

const inWholeSeconds = ([who, at]: readonly (string | null | undefined)[]) => `${who} ${at?.slice(0, 19) ?? 'nothing'}`;

/** Publishes a profile that looks far back, and lets its first activity run finish. */
async function collect(site: RunningSite): Promise<void> {
  const { ask } = asAdministrator(site);
  const { groups } = await ask('listJiraGroups', {});
  const saved = await ask('saveProfile', {
    displayName: 'History',
    downloadActivity: true,
    analyzeFrom: new Date(site.clock.now() - LOOK_BACK_DAYS * DAY).toISOString(),
    lookBackConfirmed: true,
    reclaim: false,
    groupIds: groups.filter(({ roles, access }) => roles.length > 0 && access === 'user').map(({ id }) => id),
  });
  const { id: profileId, revision } = await ask('validateConnection', { profileId: saved.id });
  await ask('publishProfile', { profileId, revision });
  for (let hour = 0; hour < 48; hour += 1) {
    await site.forge.drain();
    const { runs } = await ask('listJobRuns', { profileId });
    if (runs.some(({ kind, finishedAt }) => kind === 'activity' && finishedAt !== null)) return;
    await site.forge.advanceTo(site.clock.now() + HOUR);
  }
  throw new Error('The activity run did not finish.');
}

/** The newest thing everybody did, from the data file itself: an edit of a comment is credited to whoever edited. */
function newestOf(path: string): Map<string, number> {
  const packed = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(packed) : packed).toString('utf8');
  const newest = new Map<string, number>();
  const note = (who: string | null | undefined, when: string) => {
    if (who) newest.set(who, Math.max(Date.parse(when), newest.get(who) ?? 0));
  };
  for (const line of text.split('\n').filter((each) => each.startsWith('{'))) {
    const issue = JSON.parse(line) as Issue;
    if (issue.kind !== 'issue') continue;
    note(issue.creator, issue.created);
    for (const { author, created } of issue.histories) note(author, created);
    for (const { author, created, updated, updateAuthor = author } of issue.comments) {
      note(author, created);
      if (Date.parse(updated) > Date.parse(created)) note(updateAuthor, updated);
    }
  }
  return newest;
}

function digest(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
}
