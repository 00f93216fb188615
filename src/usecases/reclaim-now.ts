import { explainFutile } from '../domain/effective-seat';
import type { AccountId, CandidateNumber, GroupId, RoleKey } from '../domain/identifiers';
import { candidateLock } from '../domain/rule-lock';
import { explainManaged } from '../domain/managed-group';
import { gateLock } from '../domain/reclaim-gate';
import { reclaimLock } from '../domain/safety-gate';
import type { JiraGroup } from '../domain/jira-group';
import type { Ports } from '../ports/ports';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { readSiteFacts } from './site-facts';
import { unmarkManaged } from './mark-managed';
import { readGate, type GateNeeds } from './read-gate';
import type { ReclaimSeatResult } from './one-reclaim';
import { reclaimSeat } from './reclaim-seat';
import { whileBegun } from './while-begun';

type Needs = GateNeeds &
  Pick<
    Ports,
    | 'profiles'
    | 'people'
    | 'activitySource'
    | 'stamps'
    | 'exclusions'
    | 'accountOwners'
    | 'promises'
    | 'groupWriter'
    | 'notifier'
    | 'evidence'
    | 'begunChanges'
  >;

export interface ReclaimedNow extends Omit<ReclaimSeatResult, 'groupIds' | 'alsoLoses' | 'futile'> {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  /** Names of other applications the person loses. */
  readonly alsoLoses: readonly string[];
  readonly groups: readonly JiraGroup[];
}

export const NO_SUCH_CANDIDATE = 'This removal candidate does not exist. It may have been deleted with its profile.';

/** Previews or reclaims one candidate at once, as the administrator who is there. */
export async function reclaimNow(
  input: { number: CandidateNumber; mode: 'preview' | 'apply'; caller: AccountId },
  ports: Needs,
): Promise<Outcome<ReclaimedNow>> {
  const candidate = await ports.candidates.find(input.number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const profile = await ports.profiles.find(candidate.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const lock = reclaimLock(profile) ?? candidateLock(candidate, await ports.rules.list(profile.id));
  if (lock) return refuse('refused', lock);
  const { externallyManaged, ...site } = await readSiteFacts(ports);
  if (input.mode === 'apply') {
    const isMeant = ({ id }: { id: string }) => id === candidate.ruleId;
    const { checks } = await readGate({ profile, isMeant, site: { ...site, externallyManaged } }, ports);
    const red = gateLock(checks, 'single');
    if (red) return refuse('refused', red);
  }
  const { caller, mode } = input;
  // What Jira refused before only keeps the background from trying again: a person may, and may be proven right.
  const seat = { candidate, profile, site: { ...site, externallyManaged: new Set<string>() }, caller, mode };
  const reclaim = () => reclaimSeat({ ...seat, as: { kind: 'caller' } }, ports);
  const { groupIds, alsoLoses, futile, ...result } = await (mode === 'apply'
    ? whileBegun('removal', candidate.number, reclaim, ports)
    : reclaim());
  const managed = (await ports.settings.listManagedGroups()).filter(({ groupId }) => groupIds.includes(groupId));
  const refusedBefore = managed.filter(({ because }) => because === 'refused').map(({ groupId }) => groupId);
  if (result.outcome === 'removed')
    await unmarkManaged(refusedBefore, { by: caller, at: ports.clock.now(), candidate: candidate.number }, ports);
  const names = new Map(site.roles.flatMap((role) => role.groups).map((group) => [group.id, group.name]));
  const nameOf = (id: GroupId) => names.get(id) ?? id;
  const groups = groupIds.map((id) => ({ id, name: nameOf(id) }));
  const warned = result.outcome === 'would-remove' && managed.length > 0;
  const notes = [
    ...result.notes,
    ...(futile ? [explainFutile(futile.free.map(nameOf), futile.stuck.map(nameOf))] : []),
    ...(warned ? [...managed.map(explainManaged), ALL_OR_NONE] : []),
  ];
  const { accountId, roleKey } = candidate;
  const lost = alsoLoses.map((key) => site.roles.find((role) => role.key === key)?.name ?? key);
  return done({ ...result, notes, accountId, roleKey, groups, alsoLoses: lost });
}

const ALL_OR_NONE = 'If Jira refuses one of these groups, nothing is changed.';
