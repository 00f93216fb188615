import type { AccountId } from '../../domain/identifiers';
import type { Finding, SiteKnowledge } from '../../domain/site-check/answers';
import type { CheckBy } from '../../domain/site-check/checks';
import { findAdministerRight, findTransaction, findWaysIn } from '../../domain/site-check/findings';
import { WAYS_IN } from '../../domain/site-check/ways-in';
import { isFailure } from '../../ports/failures';
import type { Ports } from '../../ports/ports';
import { readAccountTypes } from './read-account-types';
import { recordAnswer } from './record-answer';

/** Checks that answer at once and change nothing in Jira. */
type ReadingCheck = Exclude<CheckBy<'server'>, 'group-write-present'>;

const FINDINGS: { readonly [Check in ReadingCheck]: (ports: Ports) => Promise<Finding<Check>> } = {
  'administer-right': readAdministerRight,
  'storage-transaction': tryTransactions,
  'ways-in': async ({ siteChecks }) => findWaysIn((await siteChecks.find()).opened, WAYS_IN),
  'other-people': async ({ siteChecks }) => ({
    outcome: (await siteChecks.find()).openedBy?.others === true ? 'opened-it' : 'none-yet',
    facts: {},
  }),
  'installed-event': async ({ siteChecks }) => ({
    outcome: (await siteChecks.find()).lifecycleEvent ?? 'not-seen',
    facts: {},
  }),
  'context-permissions': ({ permissions }) => {
    const scopes = permissions.agreedScopes()?.length ?? null;
    return Promise.resolve({ outcome: scopes === null ? 'absent' : 'listed', facts: { scopes } });
  },
  'account-types': readAccountTypes,
};

/** Tries one of them and keeps what was found. */
export async function tryOnServer(check: ReadingCheck, by: AccountId, ports: Ports): Promise<SiteKnowledge> {
  return recordAnswer(check, await FINDINGS[check](ports), by, ports);
}

async function readAdministerRight({ permissions, directory, clock }: Ports) {
  const now = clock.now();
  const [administers, readsRoles, readsAudit] = await Promise.all([
    permissions.appAdministersJira(),
    isAllowed(() => directory.listRoles()),
    isAllowed(() => directory.readChanges(now - 1, now)),
  ]);
  return findAdministerRight({ administers, readsRoles, readsAudit });
}

async function tryTransactions({ storeTrials }: Ports) {
  return findTransaction({
    twoEntities: await storeTrials.takesTransaction('two-entities'),
    entityAndKey: await storeTrials.takesTransaction('entity-and-key'),
    sameKey: await storeTrials.takesTransaction('same-key'),
  });
}

/** False: Jira refused it. Everything else that goes wrong tells nothing and is thrown. */
async function isAllowed(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (isFailure(error, 'jira-refused')) return false;
    throw error;
  }
}
