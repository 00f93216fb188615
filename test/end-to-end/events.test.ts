import { runMainJob } from '../site/main-job';
import type { ProductEvent } from '../site/core/parts';
import type { RunningSite } from '../site/site';
import { allCandidates, allRefs, allSeats, asAdministrator, onlyProfile, type Person } from './ask';
import { copiesOf } from './site-copies';

/** The first start after a change bundles the app. */
const START_MS = 180_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Ready {
  readonly site: RunningSite;
  readonly admin: Person & { readonly accountId: string };
  readonly profileId: string;
  /** People with a removal candidate. */
  readonly idle: readonly string[];
  /** A work item. */
  readonly issue: string;
}

const copies = copiesOf({ seats: 80, issues: 500, seed: 11 }, runMainJob);

async function readySite(): Promise<Ready> {
  const site = await copies.start();
  const admin = asAdministrator(site);
  const profileId = await onlyProfile(admin);
  const idle = [...new Set((await allCandidates(admin, profileId)).map(({ accountId }) => accountId))].sort();
  const issue = (await allRefs(admin, profileId)).find(isKey);
  return { site, admin, profileId, idle, issue: issue ?? '' };
}

const isKey = (ref: string) => /^[A-Z]+-\d+$/.test(ref);

/** An event of that moment, whenever it comes. */
function eventAt({ site, issue }: Ready, kind: string, by: string, at: number): ProductEvent {
  const event = site.jira.event({ eventType: `avi:jira:${kind}:issue`, by, issue });
  return { ...event, at, payload: { ...event.payload, timestamp: String(at) } };
}

/** As an event that the platform does not know to be of this app. */
function byHand(event: ProductEvent): ProductEvent {
  return { ...event, selfGenerated: false, payload: { ...event.payload, selfGenerated: false } };
}

/** What the app says it saw somebody do since the installation. */
async function seenDoing({ admin, profileId }: Ready, accountId: string, since: number) {
  const { events } = await admin.ask('getPersonActivity', { profileId, accountId });
  return events.filter(({ at }) => Date.parse(at) >= since).map(({ at, what }) => `${at.slice(0, 10)} ${what}`);
}

/** Everybody's last activity to the day, and the states of all candidates. */
async function outcome({ admin, profileId }: Ready) {
  const seats = await allSeats(admin, profileId);
  const candidates = await allCandidates(admin, profileId);
  return {
    activity: seats.map(({ accountId, activity }) =>
      activity.kind === 'seen' ? `${accountId} ${activity.at.slice(0, 10)}` : `${accountId} ${activity.kind}`,
    ),
    candidates: candidates.map(({ accountId, roleKey, state }) => `${accountId} ${roleKey} ${state}`).sort(),
  };
}

async function planOf({ admin, profileId }: Ready) {
  const { runs } = await admin.ask('listJobRuns', { profileId });
  return runs.find(({ kind }) => kind === 'activity')?.plan?.kind;
}

/** Somebody comments now, in Jira; answers the events that follow. */
function comment({ site, issue }: Ready, author: string): ProductEvent[] {
  const created = new Date(site.clock.now()).toISOString();
  const comments = [{ id: `c-${site.clock.now()}-${author}`, author, created, updated: created }];
  return site.jira.change('issue', { key: issue, comments });
}

describe('product events through the bundle', () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await readySite();
  }, START_MS);
  afterAll(() => ready.site.stop());

  it('close the candidates of whoever is seen, at once', async () => {
    const { site, admin, profileId, idle } = ready;
    const [who = ''] = idle;
    await site.forge.emit([eventAt(ready, 'updated', who, site.clock.now())]);
    const states = (await allCandidates(admin, profileId)).filter(({ accountId }) => accountId === who);
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['Closed Canceled']));
  });

  it('that come late, twice and out of order tell the same as in order', async () => {
    const { site, idle } = ready;
    const [, inOrder = '', disorderly = ''] = idle;
    const now = site.clock.now();
    const days = [now - DAY - HOUR, now - HOUR, now - HOUR + MINUTE];
    const of = (who: string, at: number) => eventAt(ready, 'commented', who, at);
    for (const at of days) await site.forge.emit([of(inOrder, at)]);
    for (const at of [...days].reverse()) await site.forge.emit([of(disorderly, at), of(disorderly, at)]);
    await site.forge.emit([of(disorderly, now - 3 * DAY)]); // so old that the jobs have read that time
    const seen = await seenDoing(ready, inOrder, now - 10 * DAY);
    expect(seen).toHaveLength(2);
    expect(await seenDoing(ready, disorderly, now - 10 * DAY)).toEqual(seen);
  });

  it('by apps and automation are nobody’s activity, known or not', async () => {
    const { site, admin } = ready;
    const now = site.clock.now();
    const created = new Date(now).toISOString();
    const robot = { accountId: 'robot', displayName: 'Robot', email: null, accountType: 'app', active: true, created };
    await site.control('POST', '/user', { ...robot, groups: [] });
    const known = JSON.stringify(await site.control('GET', '/kvs?prefix=app-accounts'));
    const app = /"record":\["([^"]+)"/.exec(known)?.[1] ?? 'none is known';
    // A view says in itself what its viewer is; a change does not.
    await site.forge.emit([eventAt(ready, 'viewed', 'robot', now), byHand(eventAt(ready, 'updated', app, now))]);
    const stamps = JSON.stringify(await site.control('GET', '/kvs?prefix=seen.'));
    expect(stamps).not.toContain('robot');
    expect(stamps).not.toContain(app);
    await site.forge.emit([{ ...eventAt(ready, 'updated', admin.accountId, now), selfGenerated: true }]);
    expect(await seenDoing(ready, admin.accountId, now)).toEqual([]);
  });

  it('of views are obeyed by the switch within five minutes, and by nothing else', async () => {
    const { site, admin, idle } = ready;
    const [, , , viewer = '', other = ''] = idle;
    const { revision } = await admin.ask('getActivitySettings', {});
    await admin.ask('saveActivitySettings', { countViews: false, revision });
    await site.control('POST', '/clock', { advance: '6m' });
    const now = site.clock.now();
    await site.forge.emit([eventAt(ready, 'viewed', viewer, now), eventAt(ready, 'updated', other, now)]);
    expect(await seenDoing(ready, viewer, now - DAY)).toEqual([]);
    expect(await seenDoing(ready, other, now - DAY)).toHaveLength(1);
    await admin.ask('saveActivitySettings', { countViews: true, revision: revision + 1 });
    await site.control('POST', '/clock', { advance: '6m' });
    await site.forge.emit([eventAt(ready, 'viewed', viewer, site.clock.now())]);
    expect(await seenDoing(ready, viewer, now - DAY)).toHaveLength(1);
  });

  it('are stored once per person, day and kind of use, whatever their number', async () => {
    const { site, idle } = ready;
    const people = idle.slice(5, 15);
    const now = site.clock.now();
    const views = (rounds: number) =>
      Array.from({ length: rounds }, () => people.map((who) => eventAt(ready, 'viewed', who, now))).flat();
    await site.forge.emit(views(1));
    const { writes } = site.meters.read().kvs;
    await site.forge.emit(views(30));
    expect(site.meters.read().kvs.writes).toBe(writes);
    expect(site.meters.read().functions['product-event']?.errors).toBe(0);
  });
});

describe('many people who come back at the same moment', () => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await readySite();
  }, START_MS);
  afterAll(() => ready.site.stop());

  it('keep their seats, each on record once', async () => {
    const { site, admin, profileId, idle } = ready;
    const now = site.clock.now();
    const kinds = ['updated', 'viewed', 'commented'];
    await site.forge.emit(idle.flatMap((who) => kinds.map((kind) => eventAt(ready, kind, who, now))));
    const candidates = await allCandidates(admin, profileId);
    expect(candidates.length).toBeGreaterThan(20);
    expect(new Set(candidates.map(({ state }) => state))).toEqual(new Set(['Closed Canceled']));
    const closed: (string | null)[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = await admin.ask('listEvidence', { kind: 'candidate-closed', ...(cursor ? { cursor } : {}) });
      closed.push(...page.entries.map(({ candidate }) => candidate));
      cursor = page.cursor ?? undefined;
    }
    expect(closed.sort()).toEqual(candidates.map(({ number }) => number).sort());
  });
});

describe('days on which events are lost', () => {
  let told: Ready;
  let silent: Ready;
  beforeAll(async () => {
    told = await readySite();
    silent = await readySite();
  }, 2 * START_MS);
  afterAll(async () => {
    await told.site.stop();
    await silent.site.stop();
  });

  /** The same work on both sites: one is told what `keeps` lets through, the other nothing and so reads everything. */
  async function work(people: readonly string[], deliver: (event: ProductEvent, who: string) => Promise<void>) {
    for (const who of people) {
      for (const event of comment(told, who)) await deliver(event, who);
      comment(silent, who);
    }
  }

  async function bothNextDay(): Promise<void> {
    const until = Math.max(told.site.clock.now(), silent.site.clock.now()) + DAY;
    for (const { site } of [told, silent]) await site.forge.advanceTo(until);
  }

  it(
    'are read again, as if no event had ever come',
    async () => {
      expect(told.idle).toEqual(silent.idle);
      const { site } = told;
      const lost = told.idle.slice(0, 2);
      await work(told.idle.slice(0, 4), async (event, who) => {
        if (lost.includes(who)) site.faults.add({ match: { kvs: 'set', key: 'seen.' }, then: { status: 500 } });
        void site.forge.emit([event, event]);
        await site.forge.advanceTo(site.clock.now() + 30 * MINUTE); // beyond the last try
        site.faults.clear();
      });
      const gaps = await site.control('GET', '/kvs?prefix=event-gaps');
      expect(JSON.stringify(gaps)).toContain(new Date(site.clock.now()).toISOString().slice(0, 10));
      await bothNextDay();
      expect(await planOf(told)).toMatch(/crawl|probe/);
      expect(await outcome(told)).toEqual(await outcome(silent));
    },
    START_MS,
  );

  it(
    'are followed by days that search nothing and know the same',
    async () => {
      const { site } = told;
      // News of a loss may come two days late: until then what was lost is read with it.
      for (let day = 0; day < 3; day += 1) await bothNextDay();
      await work(told.idle.slice(4, 6), (event) => site.forge.emit([event]));
      await bothNextDay();
      expect(await planOf(told)).toBe('events');
      expect(await planOf(silent)).toMatch(/crawl|probe/);
      expect(await outcome(told)).toEqual(await outcome(silent));
    },
    START_MS,
  );
});
