import type { JobRun } from '../domain/job-run';
import { followerId } from '../domain/scheduled-job';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { isTakeable, readCandidateTable } from './candidate-table';
import { dueOf } from './evaluate-rules';
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
  const due = lines.filter((line) => numbers.includes(line.number) && isTakeable(line, now));
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

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
