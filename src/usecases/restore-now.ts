import type { AccountId, CandidateNumber, RoleKey } from '../domain/identifiers';
import type { JiraGroup } from '../domain/jira-group';
import type { GroupFate } from '../domain/restore-plan';
import type { Ports } from '../ports/ports';
import { readSiteFacts } from './site-facts';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { NO_SUCH_CANDIDATE } from './reclaim-now';
import { restoreSeat, type RestoreSeatResult } from './restore-seat';
import { whileBegun } from './while-begun';

type Needs = Pick<
  Ports,
  | 'candidates'
  | 'promises'
  | 'profiles'
  | 'directory'
  | 'models'
  | 'groupWriter'
  | 'settings'
  | 'evidence'
  | 'begunChanges'
  | 'clock'
>;

export interface RestoredNow extends Pick<RestoreSeatResult, 'outcome' | 'seatBack' | 'notes'> {
  readonly accountId: AccountId;
  readonly roleKey: RoleKey;
  readonly groups: readonly (JiraGroup & { readonly fate: GroupFate })[];
}

/** Previews or restores one candidate at once, as the administrator who is there. */
export async function restoreNow(
  input: { number: CandidateNumber; mode: 'preview' | 'apply'; caller: AccountId },
  ports: Needs,
): Promise<Outcome<RestoredNow>> {
  const candidate = await ports.candidates.find(input.number);
  if (!candidate) return refuse('not-found', NO_SUCH_CANDIDATE);
  const profile = await ports.profiles.find(candidate.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const site = await readSiteFacts(ports);
  const { caller, mode } = input;
  const restore = () => restoreSeat({ candidate, profile, site, as: { kind: 'caller' }, caller, mode }, ports);
  const { outcome, seatBack, notes, plan } = await (mode === 'apply'
    ? whileBegun('restore', candidate.number, restore, ports)
    : restore());
  const names = new Map(site.roles.flatMap((role) => role.groups).map(({ id, name }) => [id, name]));
  const groups = (plan?.groups ?? []).map(({ groupId: id, fate }) => ({ id, name: names.get(id) ?? id, fate }));
  const { accountId, roleKey } = candidate;
  return done({ outcome, seatBack, notes, accountId, roleKey, groups });
}
