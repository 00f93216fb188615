import type { AccountId, CandidateNumber, ProfileId, RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import type { JobRun } from '../domain/job-run';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { reviewLock } from '../domain/rule-lock';
import { gateLock } from '../domain/reclaim-gate';
import { operatorLock, reclaimLock } from '../domain/safety-gate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import { readCandidateTable } from './candidate-table';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { readSiteFacts } from './fresh-facts';
import { readGate, type GateNeeds } from './read-gate';
import { startRun } from './start-run';
import type { ReclaimCursor } from './reclaim-candidates';

type Needs = GateNeeds & Pick<Ports, 'profiles' | 'counters' | 'queue' | 'ids' | 'log'>;

/**
 * Starts reclaiming several candidates in the background as the profile's operator. The number the administrator confirmed
 * must be the number that is there: a list that changed meanwhile is refused.
 */
export async function startReclaim(
  input: {
    profileId: ProfileId;
    numbers: readonly CandidateNumber[] | 'all-ready';
    expectedCount: number;
    caller: AccountId;
  },
  ports: Needs,
): Promise<Outcome<JobRun>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = reclaimLock(profile) ?? operatorLock(profile);
  if (lock) return refuse('refused', lock);

  const ready = (await readCandidateTable(profile.id, ports.candidates)).filter((line) => line.state === 'Ready');
  const { numbers } = input;
  const wanted = numbers === 'all-ready' ? ready : ready.filter((line) => numbers.includes(line.number));
  if (wanted.length !== input.expectedCount) {
    return refuse(
      'conflict',
      `There are ${wanted.length} ready candidates now, not ${input.expectedCount}. Look at the list again and confirm the new number.`,
    );
  }
  if (wanted.length === 0) return refuse('refused', 'There is no ready candidate to reclaim.');
  const unreviewed = lockOf(wanted, await ports.rules.list(profile.id));
  if (unreviewed !== undefined) return refuse('refused', unreviewed);
  const red = await redGate(profile, wanted, ports);
  if (red) return refuse('refused', red);
  const cursor: ReclaimCursor = {
    numbers: numbers === 'all-ready' ? null : [...numbers].sort(),
    total: wanted.length,
    bucket: 0,
    number: '',
    refusals: 0,
    operatorProven: false,
  };
  const id = `${profile.id}.${ports.ids.next()}.reclaim`;
  return done(await startRun({ id, profile, kind: 'reclaim', cursor, requestedBy: input.caller }, ports));
}

/** The first rule of the chosen candidates that nobody confirmed. */
function lockOf(chosen: readonly CandidateLine[], rules: readonly ReclamationRule[]): string | undefined {
  const roles = new Set(chosen.map(({ roleKey }) => roleKey));
  const unreviewed = rules.find((rule) => roles.has(rule.roleKey) && reviewLock(rule) !== undefined);
  return unreviewed && reviewLock(unreviewed);
}

/** Why these seats may not be taken back at once; undefined: nothing stands in the way. */
async function redGate(
  profile: IntegrationProfile,
  chosen: readonly CandidateLine[],
  ports: Needs,
): Promise<string | undefined> {
  const wanted = new Map<RoleKey, number>();
  for (const { roleKey } of chosen) wanted.set(roleKey, (wanted.get(roleKey) ?? 0) + 1);
  const isMeant = ({ roleKey }: { roleKey: RoleKey }) => wanted.has(roleKey);
  const site = await readSiteFacts(ports);
  const { checks } = await readGate({ profile, isMeant, wanted, site, checksOperator: true }, ports);
  return gateLock(checks, 'batch');
}
