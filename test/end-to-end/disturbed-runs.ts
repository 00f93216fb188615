import type { FaultRule } from '../site/core/faults';
import { runMainJob } from '../site/main-job';
import { startSite, type RunningSite } from '../site/site';
import {
  allCandidates,
  asAdministrator,
  confirmRules,
  groupsInJira,
  liftLimits,
  onlyProfile,
  type Person as Asking,
} from './ask';
import { mark, outOfTurn } from './membership-changes';

const MINUTE = 60_000;
/** A lasting fault is waited for longer than a run has patience. */
const PATIENCE = 45 * MINUTE;
/** The watchdog looks every hour after what nothing moves any more. */
const UNTIL_WATCHDOG = 85 * MINUTE;
const STEP = 5 * MINUTE;
/** Deliveries of jobs fail at first, so that nothing has begun when the faults of a case are set. */
const NOT_YET: FaultRule = { match: { function: 'consume-job' }, then: { status: 500 } };

export interface Chosen {
  readonly number: string;
  readonly accountId: string;
  /** Their groups in Jira before. */
  readonly before: readonly string[];
}

/** A site on which people are removed and restored in the background, one a run, while something goes wrong. */
export class DisturbedRuns {
  private readonly used = new Set<string>();
  private since = 0;

  private constructor(
    readonly site: RunningSite,
    readonly admin: Asking & { accountId: string },
    private readonly profileId: string,
  ) {}

  static async start(seats: number): Promise<DisturbedRuns> {
    const site = await startSite({ source: { seats, issues: 2 * seats, seed: 3 } });
    await runMainJob(site);
    const admin = asAdministrator(site);
    const profileId = await onlyProfile(admin);
    await liftLimits(admin, profileId);
    await confirmRules(admin, profileId);
    return new DisturbedRuns(site, admin, profileId);
  }

  /** Somebody who is ready and was not chosen before. */
  async next(): Promise<Chosen> {
    const { runs } = await this.admin.ask('listJobRuns', { profileId: this.profileId });
    // The daily jobs may have met a fault, too.
    const last = (['download', 'activity', 'evaluate'] as const).map((job) => runs.find(({ kind }) => kind === job));
    if (last.some((run) => run?.status === 'Failed' || run?.status === 'Partial')) await this.refresh();
    const found = (await allCandidates(this.admin, this.profileId)).find(
      ({ state, number }) => state === 'Ready' && !this.used.has(number),
    );
    if (!found) throw new Error('The site has too few candidates.');
    this.used.add(found.number);
    this.since = mark(this.site);
    return { ...found, before: await this.groupsOf(found) };
  }

  /** Removes somebody in the background while calls go wrong, for as long as the run lasts; then all is well again. */
  removal({ number }: Chosen, ...rules: FaultRule[]): Promise<void> {
    const { profileId } = this;
    return this.disturbed(rules, () =>
      this.admin.ask('startReclaim', { profileId, numbers: [number], expectedCount: 1 }),
    );
  }

  restore({ number }: Chosen, ...rules: FaultRule[]): Promise<void> {
    const { profileId } = this;
    return this.disturbed(rules, () =>
      this.admin.ask('startRestore', { profileId, of: { numbers: [number] }, expectedCount: 1 }),
    );
  }

  /** Removes somebody by a click, in peace; false where the app kept them. */
  async remove({ number }: Chosen): Promise<boolean> {
    const { outcome } = await this.admin.ask('reclaimNow', { number, mode: 'apply' });
    await this.wait(2 * MINUTE); // reads of Jira may lag behind until then
    return outcome === 'removed';
  }

  /** Nobody is halfway, and a success that was none is never said to be proven. */
  async expectTakenOrKept({ number, accountId, before }: Chosen, what: string): Promise<void> {
    const told = await this.admin.ask('getCandidate', { number });
    const now = await this.groupsOf({ accountId });
    expect({ what, state: told.state }).not.toEqual({ what, state: 'Awaiting Revocation' });
    expect({ what, outOfTurn: outOfTurn(this.site, this.since) }).toEqual({ what, outOfTurn: [] });
    if (told.state !== 'Closed Complete') {
      expect({ what, state: told.state, now }).toEqual({ what, state: told.state, now: before });
      return;
    }
    if (told.seatFreed !== 'proven') expect({ what, freed: told.seatFreed }).toEqual({ what, freed: 'unknown' });
    else expect({ what, now }).toEqual({ what, now: before.filter((id) => !told.removedGroupIds.includes(id)) });
    expect({ what, done: await this.entries(number, 'reclaim-done') }).toEqual({ what, done: 1 });
  }

  /** After a disturbed restore and a calm one, the person is in every group again. */
  async expectGivenBack({ number, accountId, before }: Chosen, what: string): Promise<void> {
    await this.wait(MINUTE);
    await this.admin.ask('restoreNow', { number });
    const now = await this.groupsOf({ accountId });
    expect({ what, now, outOfTurn: outOfTurn(this.site, this.since) }).toEqual({ what, now: before, outOfTurn: [] });
  }

  async entries(number: string, kind: string): Promise<number> {
    return (await this.admin.ask('listEvidence', { candidate: number, kind })).entries.length;
  }

  groupsOf({ accountId }: Pick<Chosen, 'accountId'>): Promise<string[]> {
    return groupsInJira(this.site, this.admin, accountId);
  }

  private async disturbed(rules: readonly FaultRule[], start: () => Promise<{ readonly id: string }>): Promise<void> {
    const { site } = this;
    site.faults.add(NOT_YET);
    const { id } = await start();
    site.faults.clear();
    for (const rule of rules) site.faults.add(rule);
    const isOver = await this.waitFor(id, PATIENCE);
    site.faults.clear();
    expect({ rules, isOver: isOver || (await this.waitFor(id, UNTIL_WATCHDOG)) }).toEqual({ rules, isOver: true });
  }

  private async waitFor(runId: string, patience: number): Promise<boolean> {
    for (let waited = 0; waited < patience; waited += STEP) {
      await this.wait(STEP);
      const run = await this.admin.ask('getJobRun', { runId }).catch(() => undefined); // the page meets the fault, too
      if (run && run.finishedAt !== null) return true;
    }
    return false;
  }

  private async refresh(): Promise<void> {
    await this.admin.ask('runJobNow', { jobId: `${this.profileId}.download` });
    await this.site.forge.drain();
  }

  private async wait(milliseconds: number): Promise<void> {
    await this.site.forge.advanceTo(this.site.clock.now() + milliseconds);
  }
}
