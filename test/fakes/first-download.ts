import type { JobRun } from '../../src/domain/job-run';
import { company, publish } from './company';
import { deliverAll } from './deliver';
import type { FakeBrowser } from './fake-browser';
import { subscriptions } from './final-state';
import type { World } from './world';

/** A published profile with enough members for many pages; its first download has not begun. */
export async function published(people = 40) {
  const world = company();
  for (let n = 0; n < people; n += 1) world.jira.addPerson(`u-${n}`, ['g-software', ...(n % 5 ? [] : ['g-desk'])]);
  const profile = await publish(world);
  world.queue.waiting = world.queue.waiting.filter(({ message }) => message.runId.endsWith('.download'));
  return { world, profile };
}

/** Reads and hands in as long as there is something to read. */
export async function readOn(browser: FakeBrowser): Promise<void> {
  for (let part = 0; part < 100 && browser.reading?.state === 'read'; part += 1) {
    await browser.handIn(await browser.read());
  }
}

export async function download(world: World, profileId: string): Promise<JobRun> {
  const run = await world.runs.findLatest(profileId, 'download');
  if (!run) throw new Error('there is no download');
  return run;
}

/** What a download by the background alone leaves. */
export async function expected(people = 40) {
  const { world, profile } = await published(people);
  await deliverAll(world);
  return subscriptions(world, profile.id);
}

/** Memberships that Jira was asked for by the app itself. */
export function pagesOfTheApp(world: World): () => number {
  let pages = 0;
  const { directory } = world.ports;
  const readMembers = directory.readMembers.bind(directory);
  directory.readMembers = (groupId, startAt, limit) => {
    if (limit !== 1) pages += 1;
    return readMembers(groupId, startAt, limit);
  };
  return () => pages;
}

/** Works on the newest message that is due; older ones are of no use. */
export async function deliverOne(world: World): Promise<void> {
  let first = true;
  const only = () => {
    const due = world.queue.waiting.filter(({ deliverAt }) => deliverAt <= world.clock.now());
    const [next] = due.sort((a, b) => b.message.step - a.message.step);
    const chosen = first ? next : undefined;
    first = false;
    return chosen;
  };
  await deliverAll(world, { choose: only });
}
