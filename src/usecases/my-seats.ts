import type { LastActivity } from '../domain/activity';
import type { AccountId, RoleKey } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { bucketOf } from '../domain/account-bucket';
import { labeled } from '../domain/software-model';
import { flagOf } from '../domain/candidate-marks';
import { isOpen, type RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { Generation } from '../ports/stores';
import { findLine } from './candidate-table';
import { judgeBuckets, readSetting } from './judge-seats';

/** A seat as its holder sees it. */
export interface MySeat {
  readonly roleKey: string;
  readonly application: string;
  readonly activity: LastActivity;
  /** The newest candidate of the seat of which the person was asked something. */
  readonly asked: RemovalCandidate | undefined;
}

type Needs = Pick<
  Ports,
  'profiles' | 'subscriptions' | 'activity' | 'rules' | 'exclusions' | 'candidates' | 'promises' | 'models' | 'clock'
>;

/**
 * The seats of one person in the published profiles, from what is stored: nothing is asked of Jira. Of a draft those of which
 * they were asked something: once it is published again their silence counts, so they can answer all the time.
 */
export async function readMySeats(accountId: AccountId, ports: Needs): Promise<MySeat[]> {
  const profiles = await ports.profiles.list();
  const seats = await Promise.all(
    profiles.map(async (profile) => {
      const own = await seatsIn(profile, accountId, ports);
      return profile.status === 'Published' ? own : own.filter(isAsked);
    }),
  );
  return seats.flat();
}

function isAsked({ asked }: MySeat): boolean {
  return asked !== undefined && isOpen(asked.state);
}

async function seatsIn(profile: IntegrationProfile, accountId: AccountId, ports: Needs): Promise<MySeat[]> {
  const generation = await ports.subscriptions.findCurrent(profile.id);
  if (!generation) return [];
  const [setting, models] = await Promise.all([
    readSetting(profile, generation, ports.clock.now(), ports),
    ports.models.list(),
  ]);
  const judged = await judgeBuckets([bucketOf(accountId, generation.buckets)], setting, ports);
  const roles = new Map(generation.roles.map((role) => [role.key, labeled(role, models).name]));
  const own = judged.filter(({ subscription }) => subscription.accountId === accountId);
  const seats = await Promise.all(
    own.map(async ({ subscription: { roleKey }, activity }) => {
      const candidate = await findCandidate({ profileId: profile.id, accountId, roleKey }, ports);
      if (candidate && wasTaken(candidate, generation)) return [];
      const asked = candidate?.notice ? candidate : await findAsked({ accountId, roleKey }, ports);
      return [{ roleKey, application: roles.get(roleKey) ?? roleKey, activity, asked }];
    }),
  );
  return seats.flat();
}

/** The candidate of whatever profile that asked about the seat last, in a list that has no such candidate. */
async function findAsked(
  seat: { readonly accountId: AccountId; readonly roleKey: RoleKey },
  { promises, candidates }: Needs,
): Promise<RemovalCandidate | undefined> {
  const question = (await promises.find(seat))?.question;
  return question ? candidates.find(question.candidate) : undefined;
}

/** The newest candidate of a seat. */
async function findCandidate(
  seat: Parameters<typeof findLine>[0],
  { candidates }: Needs,
): Promise<RemovalCandidate | undefined> {
  const line = await findLine(seat, candidates);
  return line && (await candidates.find(line.number));
}

/** Taken back since the list was read: then it is no seat of theirs, though the list still has it. */
function wasTaken(candidate: RemovalCandidate, { completedAt }: Generation): boolean {
  const { state, seatFreed, closedAt } = candidate;
  if (state !== 'Closed Complete' || seatFreed === 'not-freed' || flagOf(candidate) !== null) return false;
  return closedAt !== null && closedAt >= completedAt;
}
