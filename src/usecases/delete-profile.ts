import type { AccountId, ProfileId } from '../domain/identifiers';
import { isOpen } from '../domain/removal-candidate';
import { jobsOf } from '../domain/scheduled-job';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { readCandidateTable } from './candidate-table';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { seatChangeLock } from './open-seat-change';
import { startRun } from './start-run';

export interface DeletePreview {
  readonly seats: number;
  readonly people: number;
  readonly openCandidates: number;
  readonly takenBack: number;
  readonly jobs: number;
  readonly keptRules: number;
}

type Reads = Pick<Ports, 'profiles' | 'subscriptions' | 'candidates' | 'rules' | 'runs'>;

/** What deleting a profile would take away, and what it would leave (S104); refused where it can't be deleted now. */
export async function previewDelete(input: { profileId: ProfileId }, ports: Reads): Promise<Outcome<DeletePreview>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = await seatChangeLock(profile.id, ports);
  if (lock) return refuse('refused', lock);
  const [generation, lines, rules] = await Promise.all([
    ports.subscriptions.findCurrent(profile.id),
    readCandidateTable(profile.id, ports.candidates),
    ports.rules.list(profile.id),
  ]);
  return done({
    seats: generation?.seats ?? 0,
    people: generation?.people ?? 0,
    openCandidates: lines.filter((line) => isOpen(line.state)).length,
    takenBack: lines.filter(({ state, flag }) => state === 'Closed Complete' && flag === null).length,
    jobs: jobsOf(profile).length,
    keptRules: rules.length,
  });
}

type Needs = Pick<Ports, 'profiles' | 'runs' | 'counters' | 'queue' | 'clock' | 'evidence' | 'log'>;

/** Hides the profile and its jobs at once; a run closes its candidates and deletes its subscriptions. Rules stay. */
export async function deleteProfile(
  input: { profileId: ProfileId; revision: number; caller: AccountId },
  ports: Needs,
): Promise<Outcome<{ deleted: true }>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  if (profile.revision !== input.revision) return refuse('conflict', CHANGED_MEANWHILE);
  const lock = await seatChangeLock(profile.id, ports);
  if (lock) return refuse('refused', lock);
  const at = ports.clock.now();
  try {
    const hidden = await ports.profiles.replace({ ...profile, status: 'Draft', deletingSince: at, updatedAt: at });
    await ports.evidence.append({
      kind: 'profile-deleted',
      at,
      by: input.caller,
      subject: null,
      candidate: null,
      text: 'Integration profile deleted.',
      details: { profileId: profile.id, groupIds: profile.groupIds },
    });
    const id = `${profile.id}.${at}.delete`;
    await startRun({ id, profile: hidden, kind: 'delete', cursor: null, requestedBy: input.caller }, ports);
    return done({ deleted: true });
  } catch (error) {
    if (isFailure(error, 'store-conflict')) return refuse('conflict', CHANGED_MEANWHILE);
    throw error;
  }
}
