import type { AccountId } from '../../domain/identifiers';
import { findBegun, withBegun, type BegunMemory, type SiteKnowledge } from '../../domain/site-check/answers';
import { findMemory } from '../../domain/site-check/findings';
import { ASSUMED_SEATS, DECLARED_MEMORY_MB, LOAD_ROUNDS, loadRound } from '../../domain/site-check/memory-load';
import type { Ports } from '../../ports/ports';
import { recordAnswer, type RecordNeeds } from './record-answer';

const CHECK = 'job-memory';
/** Rounds after which the progress is stored, and a click on Stop is noticed. */
const ROUNDS_TOGETHER = 4;
/** Functions that may die at it before it counts as stopped by the platform. */
const MOST_ATTEMPTS = 3;

/** Starts measuring what a long job holds. */
export async function startJobMemory(
  by: AccountId,
  ports: Pick<Ports, 'siteChecks' | 'queue' | 'clock' | 'profiles' | 'subscriptions'>,
): Promise<SiteKnowledge> {
  const begun: BegunMemory = {
    kind: CHECK,
    check: CHECK,
    at: ports.clock.now(),
    by,
    seats: await largestList(ports),
    rounds: 0,
    attempts: 0,
    peakMb: 0,
  };
  const site = await ports.siteChecks.update((before) => withBegun(before, begun));
  await ports.queue.pushSiteCheck({ siteCheck: CHECK, at: begun.at });
  return site;
}

/** A job holds one profile's list at a time. */
async function largestList({ profiles, subscriptions }: Pick<Ports, 'profiles' | 'subscriptions'>): Promise<number> {
  const lists = await Promise.all((await profiles.list()).map(({ id }) => subscriptions.findCurrent(id)));
  return Math.max(0, ...lists.map((list) => list?.seats ?? 0)) || ASSUMED_SEATS;
}

/** The part of the job: made-up work, round by round, until all are done or somebody stopped it. A repeated message goes on. */
export async function measureJobMemory(
  found: BegunMemory,
  ports: RecordNeeds & Pick<Ports, 'processMemory'>,
  load: (round: number, seats: number) => unknown = loadRound,
): Promise<void> {
  let begun: BegunMemory | undefined = { ...found, attempts: found.attempts + 1 };
  if (begun.attempts > MOST_ATTEMPTS) {
    const { facts } = findMemory(begun, DECLARED_MEMORY_MB);
    await recordAnswer(CHECK, { outcome: 'stopped', facts }, begun.by, ports);
    return;
  }
  begun = await keepProgress(begun, ports);
  while (begun && begun.rounds < LOAD_ROUNDS) {
    const rounds = begun.rounds + ROUNDS_TOGETHER;
    for (let round = begun.rounds; round < rounds; round += 1) load(round, begun.seats);
    const peakMb = Math.max(begun.peakMb, ports.processMemory.peakMb());
    begun = await keepProgress({ ...begun, rounds, peakMb }, ports);
  }
  if (begun) await recordAnswer(CHECK, findMemory(begun, DECLARED_MEMORY_MB), begun.by, ports);
}

/** Undefined when it was stopped, or begun anew. */
async function keepProgress(
  begun: BegunMemory,
  { siteChecks }: Pick<Ports, 'siteChecks'>,
): Promise<BegunMemory | undefined> {
  const isSame = (site: SiteKnowledge) => findBegun(site, CHECK)?.at === begun.at;
  const after = await siteChecks.update((site) => (isSame(site) ? withBegun(site, begun) : site));
  return isSame(after) ? begun : undefined;
}
