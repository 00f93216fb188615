import type { AccountId, ProfileId } from '../domain/identifiers';
import type { IntegrationProfile } from '../domain/integration-profile';
import { DAY } from '../domain/instant';
import { checkOperator, type OperatorFacts } from '../domain/reclaim-operator';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';

type Needs = Pick<Ports, 'profiles' | 'directory' | 'clock' | 'evidence'>;

interface OfProfile {
  readonly profileId: ProfileId;
  readonly revision: number;
  readonly caller: AccountId;
}

/** The calling site administrator agrees to act in the background for this profile (S56); whoever did before is replaced. */
export async function authorizeOperator(input: OfProfile, ports: Needs): Promise<Outcome<IntegrationProfile>> {
  const now = ports.clock.now();
  const check = checkOperator(await readOperatorFacts(input.caller, ports), now);
  if (check.problem !== null) return refuse('refused', `You can’t be the reclaim operator. ${check.problem}`);
  return changeOperator(input, ports, {
    kind: 'operator-authorized',
    text: 'Authorized to reclaim seats in the background.',
    change: { reclaimOperator: input.caller, operatorAuthorizedAt: now, operatorCheck: check },
  });
}

/** Takes the agreement back: nothing is removed in the background from now on. */
export function revokeOperator(input: OfProfile, ports: Needs): Promise<Outcome<IntegrationProfile>> {
  return changeOperator(input, ports, {
    kind: 'operator-revoked',
    text: 'Reclaim operator revoked.',
    change: { reclaimOperator: null, operatorAuthorizedAt: null, operatorCheck: null },
  });
}

async function changeOperator(
  { profileId, revision, caller }: OfProfile,
  ports: Needs,
  {
    kind,
    text,
    change,
  }: {
    kind: 'operator-authorized' | 'operator-revoked';
    text: string;
    change: Pick<IntegrationProfile, 'reclaimOperator' | 'operatorAuthorizedAt' | 'operatorCheck'>;
  },
): Promise<Outcome<IntegrationProfile>> {
  const profile = await ports.profiles.find(profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  if (profile.revision !== revision) return refuse('conflict', CHANGED_MEANWHILE);
  try {
    const at = ports.clock.now();
    const saved = await ports.profiles.replace({ ...profile, ...change, updatedAt: at });
    const details = { profileId, before: profile.reclaimOperator };
    await ports.evidence.append({
      kind,
      at,
      by: caller,
      subject: change.reclaimOperator,
      candidate: null,
      text,
      details,
      people: profile.reclaimOperator === null ? [] : [profile.reclaimOperator],
    });
    return done(saved);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) return refuse('conflict', CHANGED_MEANWHILE);
    throw error;
  }
}

/** Once a day: is every operator still active, a site administrator, and not the last one? */
export async function checkOperators(ports: Needs): Promise<number> {
  const now = ports.clock.now();
  let checked = 0;
  for (const profile of await ports.profiles.list()) {
    const { reclaimOperator, operatorCheck } = profile;
    if (reclaimOperator === null || (operatorCheck && operatorCheck.at > now - DAY)) continue;
    const check = checkOperator(await readOperatorFacts(reclaimOperator, ports), now);
    await ports.profiles.replace({ ...profile, operatorCheck: check });
    if (check.problem !== (operatorCheck?.problem ?? null)) await recordCheck(profile, check, ports);
    checked += 1;
  }
  return checked;
}

/** The daily check found out that the operator may no longer act, or may again. */
async function recordCheck(
  { id, reclaimOperator }: IntegrationProfile,
  { at, problem }: NonNullable<IntegrationProfile['operatorCheck']>,
  { evidence }: Needs,
): Promise<void> {
  const text =
    problem === null ? 'The reclaim operator may act again.' : `The reclaim operator may not act. ${problem}`;
  const details = { profileId: id };
  await evidence.append({
    kind: 'operator-checked',
    at,
    by: null,
    subject: reclaimOperator,
    candidate: null,
    text,
    details,
  });
}

/** What Jira says about somebody who acts, or wants to act, as operator. */
export async function readOperatorFacts(
  accountId: AccountId,
  { directory }: Pick<Ports, 'directory'>,
): Promise<OperatorFacts> {
  const [person, administrators] = await Promise.all([
    directory.findPerson(accountId),
    directory.listAdministratorGroups(),
  ]);
  const siteAdministratorIds = new Set<AccountId>();
  for (const groupId of administrators.siteAdmin) {
    // Two are enough to know that nobody is the last one.
    for (let startAt: number | null = 0; startAt !== null && siteAdministratorIds.size < 2;) {
      const page = await directory.readMembers(groupId, startAt);
      for (const member of page.members) {
        if (member.active && member.accountType === 'atlassian') siteAdministratorIds.add(member.accountId);
      }
      startAt = page.nextStartAt;
    }
  }
  return { person, administrators, siteAdministratorIds };
}
