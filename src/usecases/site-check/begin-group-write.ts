import type { AccountId } from '../../domain/identifiers';
import { isSiteAdministrator } from '../../domain/reclaim-operator';
import { withBegun, type BegunGroupWrite } from '../../domain/site-check/answers';
import { TEST_GROUP } from '../../domain/site-check/test-group';
import { isFailure } from '../../ports/failures';
import type { Ports } from '../../ports/ports';

export type BeginNeeds = Pick<Ports, 'siteChecks' | 'testGroups' | 'directory' | 'clock'>;

/** A check that was begun, or why there is no test group. */
export type BegunGroup =
  | { readonly kind: 'begun'; readonly begun: BegunGroupWrite }
  | { readonly kind: 'not-site-administrator' }
  | { readonly kind: 'refused'; readonly status: number | null };

/** Finds the test group, or makes it as the person at the page. What is begun is stored before anybody is added. */
export async function beginGroupWrite(
  check: BegunGroupWrite['check'],
  by: AccountId,
  ports: BeginNeeds,
): Promise<BegunGroup> {
  const { directory, siteChecks, testGroups, clock } = ports;
  const [person, administrators] = await Promise.all([directory.findPerson(by), directory.listAdministratorGroups()]);
  if (!person || !isSiteAdministrator(person.groupIds, administrators)) return { kind: 'not-site-administrator' };
  try {
    const groupId = (await testGroups.find(TEST_GROUP)) ?? (await testGroups.create(TEST_GROUP));
    const begun: BegunGroupWrite = { kind: 'group-write', check, at: clock.now(), by, groupId, stage: 'trying' };
    await siteChecks.update((site) => withBegun(site, begun));
    return { kind: 'begun', begun };
  } catch (error) {
    if (!isFailure(error, 'jira-refused')) throw error;
    return { kind: 'refused', status: error.details.status ?? null };
  }
}
