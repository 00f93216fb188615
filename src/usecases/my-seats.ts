import type { LastActivity } from '../domain/activity';
import type { AccountId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { bucketOf } from '../domain/account-bucket';
import { labeled } from '../domain/software-model';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { findLine } from './candidate-table';
import { judgeBuckets, readSetting, type Judged } from './judge-seats';

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
  'profiles' | 'subscriptions' | 'activity' | 'rules' | 'exclusions' | 'candidates' | 'models' | 'clock'
>;

/** The seats of one person in the published profiles, from what is stored: nothing is asked of Jira. */
export async function readMySeats(accountId: AccountId, ports: Needs): Promise<MySeat[]> {
  const profiles = (await ports.profiles.list()).filter(({ status }) => status === 'Published');
  return (await Promise.all(profiles.map((profile) => seatsIn(profile, accountId, ports)))).flat();
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
  return Promise.all(
    own.map(async (seat) => ({
      roleKey: seat.subscription.roleKey,
      application: roles.get(seat.subscription.roleKey) ?? seat.subscription.roleKey,
      activity: seat.activity,
      asked: await findAsked(profile, seat, ports),
    })),
  );
}

async function findAsked(
  { id: profileId }: IntegrationProfile,
  { subscription: { accountId, roleKey } }: Judged,
  { candidates }: Needs,
): Promise<RemovalCandidate | undefined> {
  const line = await findLine({ profileId, accountId, roleKey }, candidates);
  const candidate = line && (await candidates.find(line.number));
  return candidate?.notice ? candidate : undefined;
}
