import type { ProfileId, RoleKey } from '../domain/identifiers';
import { DAY, type Instant } from '../domain/instant';
import { isFinished, type JobRun } from '../domain/job-run';
import type { ReclamationRule } from '../domain/reclamation-rule';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { readCandidateTable } from './candidate-table';
import { meantBy } from './reclaim-cursor';

type Needs = Pick<Ports, 'runs' | 'candidates' | 'clock'>;

/**
 * Why one person may not take these seats back alone; undefined: they may. Whatever was, is being, or is about to be taken back
 * in these 24 hours counts, so that several small batches are no way around it.
 */
export async function whyNotAlone(
  chosen: readonly CandidateLine[],
  rules: readonly ReclamationRule[],
  lines: readonly CandidateLine[],
  profileId: ProfileId,
  ports: Needs,
): Promise<string | undefined> {
  const limited = rules.filter(isLimited);
  if (limited.length === 0) return undefined;
  const runs = await listUnderWay(profileId, ports);
  for (const rule of limited) {
    const counted = lines.filter(countsFor(rule, runs, ports.clock.now()));
    const more = chosen.filter((line) => line.roleKey === rule.roleKey && !counted.includes(line)).length;
    if (more > 0 && counted.length + more > rule.secondPersonAbove) return explain(rule, counted.length, more);
  }
  return undefined;
}

/** A rule that has a second person approve what is more than so much. */
type LimitedRule = ReclamationRule & { readonly secondPersonAbove: number };

function isLimited(rule: ReclamationRule): rule is LimitedRule {
  return rule.secondPersonAbove !== null;
}

function explain({ name, secondPersonAbove }: LimitedRule, counted: number, more: number): string {
  const before =
    counted === 0 ? '' : ` In the last 24 hours it came to ${counted} already, and ${more} more are wanted.`;
  return `“${name}” has a second person approve more than ${secondPersonAbove} seats in 24 hours.${before} Ask for approval, or choose fewer people.`;
}

/** How many more seats one person may take back alone now, for the applications where that is limited. */
export async function readSeatsAlone(
  profileId: ProfileId,
  ports: Needs & Pick<Ports, 'rules'>,
): Promise<ReadonlyMap<RoleKey, number>> {
  const rules = (await ports.rules.list(profileId)).filter(isLimited);
  return rules.length === 0 ? new Map() : seatsAlone(profileId, rules, await listUnderWay(profileId, ports), ports);
}

/** The same beside these runs. */
export async function seatsAlone(
  profileId: ProfileId,
  rules: readonly ReclamationRule[],
  runs: readonly JobRun[],
  { candidates, clock }: Pick<Needs, 'candidates' | 'clock'>,
): Promise<Map<RoleKey, number>> {
  const limited = rules.filter(isLimited);
  if (limited.length === 0) return new Map();
  const lines = await readCandidateTable(profileId, candidates);
  return new Map(
    limited.map((rule) => {
      const counted = lines.filter(countsFor(rule, runs, clock.now())).length;
      return [rule.roleKey, Math.max(0, rule.secondPersonAbove - counted)];
    }),
  );
}

function countsFor(rule: ReclamationRule, runs: readonly JobRun[], now: Instant): (line: CandidateLine) => boolean {
  const meant = runs.map((run) => meantBy(run, now));
  return (line) =>
    line.roleKey === rule.roleKey &&
    (wasRemovedLately(line, now) || wasAskedLately(line, now) || meant.some((isMeant) => isMeant(line)));
}

/** The seat was taken back and not restored in the last 24 hours, by this app or as somebody told it. */
export function wasRemovedLately({ state, flag, settledAt }: CandidateLine, now: Instant): boolean {
  return state === 'Closed Complete' && flag !== 'restored' && settledAt !== null && settledAt >= now - DAY;
}

/** The person was asked in the last 24 hours and has not answered. */
function wasAskedLately({ state, askedAt }: CandidateLine, now: Instant): boolean {
  return state === 'Awaiting User' && askedAt !== null && askedAt >= now - DAY;
}

/** Removals that have begun or wait for their turn; the newest is known at once, others within a moment. */
async function listUnderWay(profileId: ProfileId, { runs }: Needs): Promise<JobRun[]> {
  const [newest, open] = await Promise.all([runs.findLatest(profileId, 'reclaim'), runs.listOpen()]);
  const all = newest && !open.some(({ id }) => id === newest.id) ? [newest, ...open] : open;
  return all.filter((run) => run.profileId === profileId && run.kind === 'reclaim' && !isFinished(run));
}
