// What a day of views costs: `events` views of `people` people, spread at random over a working day of ten hours.
// Arguments: events:people:share …. That share of them, by default a tenth, goes through the deployable bundle in its containers;
// the rest, so that a million takes minutes, through the same handler in this process, one container more, with the real KVS
// client and on the same store. How long an event takes is measured in the bundle only, on every hundredth, which is sent alone:
// from the host's call of the function, in another process, to its answer.
import { platform } from '../ports/forge-globals';
import { compose } from '../../src/entry/compose';
import { stampProductEvent } from '../../src/entry/product-events';
import type { ProductEvent } from '../site/core/parts';
import { startSite, type RunningSite } from '../site/site';
import { Prng } from '../site/core/prng';
import { accountId } from './bench-site';

const HOUR = 3_600_000;
const WORKING_DAY = 10 * HOUR;
/** Events between two moments of the simulated day. */
const BATCH = 100;
const MOST_WRITES_PER_PERSON = 1.25;
const SLOWEST_MEDIAN_MS = 20;

function viewed(by: string, at: number): ProductEvent {
  const event = { eventType: 'avi:jira:viewed:issue', selfGenerated: false };
  const issue = { id: '10001', key: 'A-1', fields: {} };
  return { ...event, at, payload: { ...event, timestamp: String(at), atlassianId: by, issue } };
}

/** The handler in this process: what one more container would be. */
function containerHere({ forge, clock }: RunningSite): (event: unknown) => Promise<unknown> {
  platform.kvs = forge.kvs;
  platform.installationId = 'installation';
  return (event) => stampProductEvent(event, { ...compose(), clock });
}

/** Lets the day pass; answers how long the events that were sent alone took, in ms. */
async function passDay(site: RunningSite, { events, people, share }: Size): Promise<number[]> {
  const began = site.clock.now();
  const random = new Prng(1);
  const here = containerHere(site);
  const alone: number[] = [];
  for (let sent = 0; sent < events; sent += BATCH) {
    await site.forge.advanceTo(Math.max(site.clock.now(), began + (sent / events) * WORKING_DAY));
    const at = site.clock.now();
    const size = Math.min(BATCH, events - sent);
    const batch = Array.from({ length: size }, () => viewed(accountId(random.below(people)), at));
    const startedAt = performance.now();
    await site.forge.emit(batch.slice(0, 1));
    alone.push(performance.now() - startedAt);
    await site.forge.emit(batch.slice(1, size * share));
    for (const { payload } of batch.slice(Math.max(1, size * share))) {
      if (await here(payload)) throw new Error('The store refused an event.');
    }
  }
  return alone;
}

/** Values of stamps that the day left. */
function stampsOf({ forge }: RunningSite): number {
  return Object.keys((forge.kvs.dump('seen.') as { plain: object }).plain).length;
}

interface Size {
  readonly events: number;
  readonly people: number;
  /** Of the events, through the bundle. */
  readonly share: number;
}

async function bench(given: Size) {
  const site = await startSite({ source: { seats: 20, issues: 20, seed: 1 } });
  try {
    site.meters.reset();
    const began = performance.now();
    const alone = (await passDay(site, given)).sort((a, b) => a - b);
    const { kvs, functions, peakMemoryMb } = site.meters.read();
    const handler = functions['product-event'];
    return {
      events: given.events,
      'of them through the bundle': handler?.invocations ?? 0,
      failed: handler?.errors ?? 0,
      'people seen': stampsOf(site),
      'KVS writes': kvs.writes,
      'KVS reads': kvs.reads,
      'median handler (ms)': Math.round((alone[alone.length >> 1] ?? 0) * 10) / 10,
      '95 % (ms)': Math.round((alone[Math.floor(alone.length * 0.95)] ?? 0) * 10) / 10,
      'GB-seconds': Math.round(handler?.gbSeconds ?? 0),
      'peak memory (MB)': Math.round(peakMemoryMb),
      'took (s)': Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await site.stop();
  }
}

async function main(): Promise<void> {
  for (const size of process.argv.slice(2)) {
    const [events = 100_000, people = 2_000, share = 0.1] = size.split(':').map(Number);
    const row = await bench({ events, people, share });
    console.log(`${events} views of ${people} people in a day:`);
    console.table([row]);
    if (row['KVS writes'] > people * MOST_WRITES_PER_PERSON) throw new Error('More writes than a person and day need.');
    if (row['median handler (ms)'] > SLOWEST_MEDIAN_MS) throw new Error('The handler is too slow.');
  }
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
