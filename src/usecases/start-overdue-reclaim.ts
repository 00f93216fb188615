import { isDayOff } from '../domain/answer-time';
import { dayIn } from '../domain/days/told-day';
import type { ProfileId } from '../domain/identifiers';
import type { JobRun } from '../domain/job-run';
import { followerId } from '../domain/scheduled-job';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { isTakeable, readCandidateTable } from './candidate-table';
import { dueOf } from './evaluate-rules';
import { inParallel } from './in-parallel';
import { whyNotAllowed, type StartNeeds } from './start-reclaim';
import { startRun } from './start-run';
import { newReclaim } from './reclaim-cursor';

/**
 * Takes back, after an evaluation, the seats of people who gave them up, were denied them, or let the time to answer go by (S91).
 * Somebody reclaimed each of them before. As many as the limits of today allow; what stands against it leaves them where they
 * are, for the next day or for one click, and is told once a day. A failure here is none of the evaluation's.
 */
export async function startOverdueReclaim(
  evaluation: JobRun,
  ports: StartNeeds & Pick<Ports, 'evidence'>,
): Promise<void> {
  try {
    await start(evaluation, ports);
  } catch (error) {
    if (!isFailure(error)) throw error;
    ports.log.error('overdue seats not taken back', { run: evaluation.id, code: error.code });
  }
}

async function start(evaluation: JobRun, ports: StartNeeds & Pick<Ports, 'evidence'>): Promise<void> {
  const { profileId } = evaluation;
  const now = ports.clock.now();
  const numbers = dueOf(evaluation);
  const profile = numbers.length > 0 ? await ports.profiles.find(profileId) : undefined;
  if (!profile) return;
  const lines = await readCandidateTable(profileId, ports.candidates);
  const found = lines.filter((line) => numbers.includes(line.number) && isTakeable(line, now));
  const due = await onWorkingDays(found, profileId, ports);
  if (due.length === 0) return;
  const lock = await whyNotAllowed(profile, due, ports, false);
  const told = { at: now, by: null, subject: null, candidate: null } as const;
  const count = due.length;
  if (lock !== undefined) {
    ports.log.info('overdue seats wait', { run: evaluation.id, seats: count });
    const text = `${people(count)} gave up a seat, were denied it, or did not answer in time; it stays for now. ${lock}`;
    const refused = { ...told, kind: 'reclaim-refused', text, details: { profileId, count } } as const;
    await ports.evidence.append(refused, `${evaluation.id}.overdue-refused`);
    return;
  }
  const chosen = due.map(({ number }) => number);
  const cursor = { ...newReclaim(chosen, due.length), isFollowUp: true } as const;
  const id = followerId(evaluation.id, 'reclaim');
  const run = await startRun({ id, profile, kind: 'reclaim', cursor, requestedBy: null }, ports);
  const text = `${people(count)} gave up a seat, were denied it, or did not answer in time; ${run.number} takes the seats back.`;
  const details = { profileId, count, runId: id };
  await ports.evidence.append({ ...told, kind: 'reclaim-started', text, details }, `${id}.started`);
}

/** Without those whose time to answer is over, on a day that doesn't count where they are: nobody is surprised on a day off. */
async function onWorkingDays(
  lines: readonly CandidateLine[],
  profileId: ProfileId,
  { rules, candidates, clock }: Pick<Ports, 'rules' | 'candidates' | 'clock'>,
): Promise<CandidateLine[]> {
  const timed = (await rules.list(profileId)).filter(({ answerDays }) => answerDays !== 'all');
  const kept = await inParallel(lines, async (line) => {
    const rule = timed.find(({ roleKey }) => roleKey === line.roleKey);
    if (!rule || line.state !== 'Awaiting User') return line;
    const notice = (await candidates.find(line.number))?.notice;
    return notice && isDayOff(rule, dayIn(notice.zone, clock.now())) ? undefined : line;
  });
  return kept.filter((line): line is CandidateLine => line !== undefined);
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
