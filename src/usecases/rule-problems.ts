import type { IntegrationProfile } from '../domain/integration-profile';
import { DAY, toIso } from '../domain/instant';
import type { ReclamationRule, RuleSettings } from '../domain/reclamation-rule';
import type { Ports } from '../ports/ports';
import type { Refusal } from './outcome';

type Problems = NonNullable<Refusal['fields']>;

/** More protected people than this belong in a group or in exclusions; the rule is one stored record. */
const MOST_ACCOUNTS = 200;
/** Groups outside the selection are read at every evaluation. */
const MOST_GROUPS = 20;
const LONGEST_FREEZE = 366 * DAY;

/** What is wrong with the values of the form, field by field. Only what is new is looked up in Jira. */
export async function problemsOfRule(
  wanted: RuleSettings,
  rule: ReclamationRule,
  profile: IntegrationProfile,
  ports: Pick<Ports, 'directory' | 'rules' | 'clock'>,
): Promise<Problems> {
  const problems: { field: string; problem: string }[] = [];
  const add = (field: string, problem: string) => problems.push({ field, problem });
  if (wanted.name === '') add('name', 'Give the rule a name.');
  const others = (await ports.rules.list(profile.id)).filter(({ id }) => id !== rule.id);
  if (others.some(({ name }) => name === wanted.name)) add('name', 'Another rule of this profile has this name.');
  const dateProblem = problemOfDate(wanted, profile, ports.clock.now());
  if (dateProblem !== undefined) add('condition.firstSeenBefore', dateProblem);
  const freezeProblem = problemOfFreeze(wanted);
  if (freezeProblem !== undefined) add('freeze', freezeProblem);
  if (wanted.condition.groupIds.some((id) => !profile.groupIds.includes(id)))
    add('condition.groupIds', 'Choose from the groups of the profile.');
  if (wanted.protectedAccountIds.length > MOST_ACCOUNTS)
    add('protectedAccountIds', `Protect at most ${MOST_ACCOUNTS} people here; protect a group for more.`);
  if (wanted.protectedGroupIds.length > MOST_GROUPS) add('protectedGroupIds', `Protect at most ${MOST_GROUPS} groups.`);
  if (problems.length > 0) return problems;
  return unknownToJira(wanted, rule, ports);
}

/** Before the profile was published nobody knows when a seat appeared. */
function problemOfDate({ condition }: RuleSettings, profile: IntegrationProfile, now: number): string | undefined {
  const { firstSeenBefore } = condition;
  if (firstSeenBefore === null) return undefined;
  if (firstSeenBefore > now) return 'Choose a day that has begun.';
  const since = profile.publishedAt ?? now;
  return firstSeenBefore < since
    ? `Seats are known only since ${toIso(since).slice(0, 10)}. Choose a later day.`
    : undefined;
}

function problemOfFreeze({ freeze }: RuleSettings): string | undefined {
  if (freeze === null) return undefined;
  if (freeze.until <= freeze.from) return 'The last day lies before the first one.';
  return freeze.until - freeze.from > LONGEST_FREEZE
    ? 'Choose at most a year. To take nobody’s seat at all, set the rule to preview.'
    : undefined;
}

async function unknownToJira(
  wanted: RuleSettings,
  rule: ReclamationRule,
  { directory }: Pick<Ports, 'directory'>,
): Promise<Problems> {
  const accounts = wanted.protectedAccountIds.filter((id) => !rule.protectedAccountIds.includes(id));
  const groups = wanted.protectedGroupIds.filter((id) => !rule.protectedGroupIds.includes(id));
  const [knownAccounts, knownGroups] = await Promise.all([
    accounts.length === 0 ? [] : directory.findAccounts(accounts),
    groups.length === 0 ? [] : directory.listGroups(),
  ]);
  const problems: { field: string; problem: string }[] = [];
  if (accounts.some((id) => !knownAccounts.some(({ accountId }) => accountId === id)))
    problems.push({ field: 'protectedAccountIds', problem: 'Jira does not know one of these people.' });
  if (groups.some((id) => !knownGroups.some((group) => group.id === id)))
    problems.push({ field: 'protectedGroupIds', problem: 'Jira does not know one of these groups.' });
  return problems;
}
