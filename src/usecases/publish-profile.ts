import type { AccountId, ProfileId } from '../domain/identifiers';
import { canPublish, isValidationFresh, type IntegrationProfile } from '../domain/integration-profile';
import type { Instant } from '../domain/instant';
import { checkOperator } from '../domain/reclaim-operator';
import { heldFrom } from '../domain/reading-lease';
import { automaticRule } from '../domain/reclamation-rule';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { CHANGED_MEANWHILE, done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { readOperatorFacts } from './reclaim-operator';
import { refreshId, startRefresh } from './start-run';

type Needs = Pick<
  Ports,
  'profiles' | 'directory' | 'rules' | 'runs' | 'leases' | 'counters' | 'queue' | 'clock' | 'ids' | 'evidence' | 'log'
>;

/**
 * Publishes a validated draft: its jobs exist from now on, every application gets its reclamation rule and the first refresh
 * starts at once (S72–S76); with `readHere` it leaves the reading to the publisher's browser. The publisher becomes the reclaim operator when Reclaim is on and they administer the site.
 */
export async function publishProfile(
  input: { profileId: ProfileId; revision: number; caller: AccountId; readHere?: boolean },
  ports: Needs,
): Promise<Outcome<IntegrationProfile>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  if (profile.revision !== input.revision) return refuse('conflict', CHANGED_MEANWHILE);
  if (profile.status === 'Published') return refuse('refused', 'This profile is published already.');
  if (!canPublish(profile)) return refuse('refused', whyNotPublishable(profile));

  const now = ports.clock.now();
  const operator = await operatorAtPublish(profile, input.caller, now, ports);
  await addAutomaticRules(profile, ports);
  try {
    const published = await ports.profiles.replace({
      ...profile,
      ...operator,
      status: 'Published',
      publishedAt: now,
      updatedAt: now,
    });
    await ports.evidence.append({
      kind: 'profile-published',
      at: now,
      by: input.caller,
      subject: null,
      candidate: null,
      text: 'Integration profile published; the first refresh starts.',
      details: { profileId: published.id, groupIds: published.groupIds, reclaim: published.reclaim, ...operator },
      people: published.reclaimOperator === null ? [] : [published.reclaimOperator],
    });
    if (input.readHere) await leaveReading(published, now, input.caller, ports);
    await startRefresh({ profile: published, dueAt: now, requestedBy: input.caller }, ports);
    return done(published);
  } catch (error) {
    if (isFailure(error, 'store-conflict')) return refuse('conflict', CHANGED_MEANWHILE);
    throw error;
  }
}

/** The lease is there before the run is, so that no burst begins to read. */
function leaveReading(profile: IntegrationProfile, now: Instant, caller: AccountId, ports: Needs): Promise<void> {
  const runId = refreshId(profile, now);
  return ports.leases.hold({ runId, token: ports.ids.next(), accountId: caller, until: heldFrom(now) });
}

function whyNotPublishable(profile: IntegrationProfile): string {
  if (!profile.validation) return 'Validate the connection first.';
  if (!isValidationFresh(profile)) return 'The profile changed since it was validated. Validate the connection again.';
  return 'The last validation found problems. Mend them and validate again.';
}

/** Before the profile is published, so that no published profile lacks them. Keeps rules that exist: they may have been changed. */
async function addAutomaticRules(profile: IntegrationProfile, ports: Needs): Promise<void> {
  const [existing, roles] = await Promise.all([ports.rules.list(profile.id), ports.directory.listRoles()]);
  const giving = roles.filter((role) => role.groups.some((group) => profile.groupIds.includes(group.id)));
  for (const role of giving.filter(({ key }) => !existing.some((rule) => rule.roleKey === key))) {
    try {
      await ports.rules.save(automaticRule(profile.id, role));
    } catch (error) {
      if (!isFailure(error, 'store-conflict')) throw error; // somebody else published at this moment
    }
  }
}

/** Whoever agreed before stays; otherwise publishing with Reclaim on is a site administrator's agreement to act. */
async function operatorAtPublish(
  profile: IntegrationProfile,
  caller: AccountId,
  now: Instant,
  ports: Needs,
): Promise<Pick<IntegrationProfile, 'reclaimOperator' | 'operatorAuthorizedAt' | 'operatorCheck'>> {
  const { reclaimOperator, operatorAuthorizedAt, operatorCheck } = profile;
  if (!profile.reclaim || reclaimOperator !== null) return { reclaimOperator, operatorAuthorizedAt, operatorCheck };
  const check = checkOperator(await readOperatorFacts(caller, ports), now);
  if (check.problem !== null) return { reclaimOperator: null, operatorAuthorizedAt: null, operatorCheck: null };
  return { reclaimOperator: caller, operatorAuthorizedAt: now, operatorCheck: check };
}
