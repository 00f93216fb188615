import type { AccountId } from '../../domain/identifiers';
import { isHalfway } from '../../domain/removal-candidate';
import type { JobRun } from '../../domain/job-run';
import type { Ports } from '../../ports/ports';
import { done, refuse, type Outcome } from '../outcome';
import { findAccountOwner } from '../programs/find-account-owner';
import { startErasure } from './erase-people';

/**
 * An administrator has somebody erased. Who still has a seat is read anew by the next download, as somebody new. Whom a setting
 * protects is not erased: nothing would protect them afterwards.
 */
export async function erasePerson(
  { accountId, caller }: { readonly accountId: AccountId; readonly caller: AccountId },
  ports: Ports,
): Promise<Outcome<JobRun>> {
  const obstacle = await obstacleTo(accountId, ports);
  if (obstacle) return refuse('refused', obstacle);
  const [pseudonym] = (await ports.people.pseudonymsOf([accountId])).values();
  if (pseudonym === undefined) return refuse('not-found', 'Nothing is stored of this person.');
  const id = `erase.${pseudonym}.${ports.clock.now()}`;
  return done(await startErasure({ id, people: [pseudonym], requestedBy: caller }, ports));
}

async function obstacleTo(accountId: AccountId, ports: Ports): Promise<string | undefined> {
  const [profiles, exclusions, open] = await Promise.all([
    ports.profiles.list(),
    ports.exclusions.list(),
    ports.candidates.listOpenOf(accountId),
  ]);
  if (profiles.some(({ reclaimOperator }) => reclaimOperator === accountId))
    return 'This person is a reclaim operator. Revoke that on the profile first.';
  if (exclusions.some(({ target }) => target.kind === 'user' && target.accountId === accountId))
    return 'An exclusion keeps this person’s seats. Delete the exclusion first.';
  if ((await findAccountOwner(accountId, ports)) === 'program')
    return 'This account is confirmed as a program’s. Confirm it as a person’s first.';
  const rules = (await Promise.all(profiles.map(({ id }) => ports.rules.list(id)))).flat();
  if (rules.some(({ protectedAccountIds }) => protectedAccountIds.includes(accountId)))
    return 'A reclamation rule protects this person. Take them out of the rule first.';
  return open.some(isHalfway)
    ? 'A removal stopped halfway for this person. Finish it, or give the groups back, first.'
    : undefined;
}
