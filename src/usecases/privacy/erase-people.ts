import type { AccountId } from '../../domain/identifiers';
import type { IntegrationProfile } from '../../domain/integration-profile';
import type { JobRun } from '../../domain/job-run';
import type { Pseudonym } from '../../domain/privacy/pseudonym';
import { moveCandidate } from '../../domain/removal-candidate';
import { INSTALLATION } from '../../domain/scheduled-job';
import type { StoredPlace } from '../../ports/personal-data';
import type { Ports } from '../../ports/ports';
import type { Burst, Work } from '../burst';
import { startRun } from '../start-run';
import { storeAndTell } from '../store-and-tell';
import { waitForOthers } from './erasing-alone';

/** Who is erased, and where the walk through the storage stands; their pseudonyms only, because a run is kept. */
interface ErasureCursor {
  readonly people: readonly Pseudonym[];
  /** Null: nothing is left but the links of the pseudonyms. */
  readonly place: StoredPlace | null;
}

interface Erasure {
  /** Decided by the caller so that starting twice is starting once. */
  readonly id: string;
  readonly people: readonly Pseudonym[];
  readonly requestedBy: AccountId | null;
}

/** Starts to erase people from everything that is stored. */
export function startErasure({ id, people, requestedBy }: Erasure, ports: StartNeeds): Promise<JobRun> {
  const cursor: ErasureCursor = { people, place: { area: 0, cursor: null } };
  return startRun({ id, profile: INSTALLATION, kind: 'erase', cursor, requestedBy }, ports);
}

type StartNeeds = Pick<Ports, 'runs' | 'counters' | 'queue' | 'clock' | 'log'>;

/**
 * Erases people: their open candidates are closed, their rows deleted, in records their pseudonym takes the account's place, and at
 * last the link between the two is deleted. No seat is touched. Repeating it after a crash is harmless, for the link goes last.
 */
export const erasePeople: Work = async (burst, ports) => {
  const until = await waitForOthers(burst.run, ports);
  if (until !== undefined) return { kind: 'later', at: until, why: 'Waits until other jobs rest.', runs: false };
  const { people } = burst.run.cursor as ErasureCursor;
  const links = await ports.people.accountsOf(people);
  const names = new Map([...links].map(([pseudonym, accountId]) => [accountId, pseudonym] as const));
  await leaveAlone([...names.keys()], ports);
  if (!(await walk(burst, names, ports))) return { kind: 'more' };
  await ports.personalData.eraseStamps([...names.keys()], ports.clock.now());
  for (const accountId of names.keys()) await record(accountId, burst.run, ports);
  await ports.people.forget(people);
  const summary = `${people.length === 1 ? 'One person was' : `${people.length} people were`} erased from ${burst.run.counts.changed} records.`;
  return { kind: 'finished', status: 'Complete', summary };
};

/** False: the burst is over before everything was looked at. */
async function walk(burst: Burst, names: ReadonlyMap<AccountId, Pseudonym>, ports: Ports): Promise<boolean> {
  const cursor = burst.run.cursor as ErasureCursor;
  for (let { place } = cursor; place !== null;) {
    if (burst.isOver()) return false;
    const { changed, next } = await ports.personalData.erasePart(place, names);
    place = next;
    burst.note({ cursor: { ...cursor, place }, counts: { changed } });
    await burst.checkpoint();
  }
  return true;
}

/** Nobody acts in their name any more, and nobody proposes their seat. */
async function leaveAlone(accountIds: readonly AccountId[], ports: Ports): Promise<void> {
  for (const profile of await ports.profiles.list())
    if (accountIds.includes(profile.reclaimOperator ?? '')) await revoke(profile, ports);
  for (const accountId of accountIds) {
    for (const candidate of await ports.candidates.listOpenOf(accountId)) {
      const at = ports.clock.now();
      const closed = moveCandidate(candidate, 'Closed Skipped', { at, text: ERASED, by: null });
      await storeAndTell(closed, { what: 'closing', at, text: ERASED, details: { to: closed.state } }, ports);
    }
  }
}

const ERASED = 'The person was erased, so the app leaves the seat as it is.';

async function revoke(profile: IntegrationProfile, ports: Ports): Promise<void> {
  const at = ports.clock.now();
  const { reclaimOperator, id: profileId } = profile;
  const nobody = { reclaimOperator: null, operatorAuthorizedAt: null, operatorCheck: null };
  await ports.profiles.replace({ ...profile, ...nobody, updatedAt: at });
  const text = 'The reclaim operator was erased, so nobody acts in the background any more.';
  const about = { by: null, subject: reclaimOperator, candidate: null } as const;
  await ports.evidence.append({ kind: 'operator-revoked', at, ...about, text, details: { profileId } });
}

async function record(accountId: AccountId, { id, requestedBy }: JobRun, { evidence, clock }: Ports): Promise<void> {
  const text = 'A person was erased from everything that is stored.';
  const about = { by: requestedBy, subject: accountId, candidate: null } as const;
  const details = { runId: id };
  await evidence.append({ kind: 'person-erased', at: clock.now(), ...about, text, details }, `${id}.${accountId}`);
}
