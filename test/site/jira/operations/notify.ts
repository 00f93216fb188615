import { z } from 'zod';
import { principalName } from '../../core/exchange';
import { badRequest, forbidden, notModeled, Refusal } from '../door/answer';
import { readBody } from '../door/body';
import type { Actor, Call, Operation } from '../door/operation';
import { issueWritesExceeded } from '../door/rate-headers';
import { requiredIssue } from './require';

const flag = z.boolean().nullish();
const text = z.string().nullish();
const Recipients = z.strictObject({
  reporter: flag,
  assignee: flag,
  watchers: flag,
  voters: flag,
  users: z.array(z.object({ accountId: z.string() })).nullish(),
  groupIds: z.array(z.string()).nullish(),
  groups: z.array(z.object({ name: z.string() })).nullish(),
});
type Recipients = z.infer<typeof Recipients>;

/** Sends a mail about an issue: kept for `GET /__site/mails`, one for every person who gets it. */
const send: Operation = {
  method: 'POST',
  path: '/rest/api/3/issue/{issueIdOrKey}/notify',
  run(call) {
    const { state, actor } = call;
    const row = requiredIssue(call);
    const shape = { subject: text, textBody: text, htmlBody: text, to: Recipients.optional() };
    const { to, subject, textBody, htmlBody } = readBody(call.body, shape);
    const named = recipients(call, row, to);
    if (named.length === 1 && named[0] === actor.accountId)
      throw badRequest('The recipient is the same as the calling user.');
    if (!state.switches.get('outgoingMail')) throw forbidden('Outgoing emails are disabled.');
    const issue = state.issues.table.key(row);
    checkWrites(call, issue);
    const mail = { issue, subject: subject ?? issue, text: textBody ?? null, html: htmlBody ?? null };
    const at = new Date(state.now()).toISOString();
    const others = named.filter((accountId) => accountId !== actor.accountId && isReached(call, accountId, row));
    for (const accountId of others) state.mails.add({ at, to: accountId, ...mail, principal: nameOf(actor) });
    return { status: 204, body: undefined, points: 1 };
  },
};

/** A mail may count as a write to its issue, of which Jira takes only so many. */
function checkWrites({ state }: Call, issue: string): void {
  const seconds = state.switches.get('mailIsIssueWrite') ? state.issueWrites.take(issue, state.now()) : undefined;
  if (seconds === undefined) return;
  throw new Refusal(429, { errorMessages: ['Rate limit exceeded.'], errors: {} }, issueWritesExceeded(seconds));
}

/** Everybody who is named as a recipient, once. Throws Jira's 400 when nobody is, or somebody who does not exist. */
function recipients({ state }: Call, row: number, to: Recipients = {}): string[] {
  for (const list of ['assignee', 'watchers', 'voters'] as const)
    if (to[list] === true) throw notModeled(`mail to the ${list}`); // the data file does not know them
  const users = (to.users ?? []).map(({ accountId }) => accountId);
  const unknown = users.find((accountId) => state.directory.user(accountId) === undefined);
  if (unknown !== undefined) throw invalid('users', `There is no user ${unknown}.`);
  const groups = [
    ...(to.groupIds ?? []).map((id) => state.directory.group(id)),
    ...(to.groups ?? []).map(({ name }) => state.directory.groupNamed(name)),
  ];
  if (groups.includes(undefined)) throw invalid('groups', 'A group does not exist.');
  const members = groups.flatMap((group) =>
    group ? state.directory.membersOf(group.id, state.membershipsAsOf()) : [],
  );
  const all = [...users, ...members, ...(to.reporter === true ? [reporter(state, row)] : [])];
  if (all.length === 0) throw badRequest('No recipients were defined for notification.');
  return [...new Set(all)];
}

function reporter({ issues: { table } }: Call['state'], row: number): string {
  const accountId = table.accounts.name(table.creator(row));
  if (accountId === null) throw invalid('reporter', 'The issue has no reporter.');
  return accountId;
}

/** Jira mails active people who use it; whether also those who may not see the issue, a switch says. */
function isReached({ state }: Call, accountId: string, row: number): boolean {
  const user = state.directory.user(accountId);
  if (user?.active !== true || user.accountType !== 'atlassian' || !state.access.usesJira(accountId)) return false;
  return state.switches.get('mailToWhoCannotSeeIssue') === 'sent' || state.visibility.forAccount(accountId)(row);
}

const invalid = (field: string, problem: string): Refusal =>
  new Refusal(400, { errorMessages: [], errors: { [field]: problem } });

const nameOf = ({ kind, accountId, impersonated }: Actor): string =>
  principalName(kind === 'app' ? { kind } : { kind, accountId, impersonated });

export const notify: readonly Operation[] = [send];
