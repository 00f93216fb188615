import { z } from 'zod';

/** ISO 8601 with an offset: `Z` or `±hh:mm`. */
const time = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time with offset' });
const text = z.string().min(1);
const id = z.union([text, z.number().int().nonnegative().transform(String)]);
const author = text.nullable();

export const SiteRecord = z.strictObject({
  kind: z.literal('site'),
  cloudId: text,
  name: text,
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
  plan: z.enum(['free', 'standard', 'premium', 'enterprise']),
});

export const RoleRecord = z.strictObject({
  kind: z.literal('role'),
  key: text,
  name: text,
  seats: z.number().int().nonnegative().nullable(),
  groups: z.array(text),
  defaultGroups: z.array(text),
});

export const GroupRecord = z.strictObject({
  kind: z.literal('group'),
  id: text,
  name: text,
  managed: z.enum(['local', 'idp']),
  access: z.enum(['none', 'user', 'admin', 'site-admin']),
});

export const UserRecord = z.strictObject({
  kind: z.literal('user'),
  accountId: text.max(128),
  displayName: text,
  email: text.nullable(),
  /** `atlassian`, `app`, `customer`, or one that Jira may add. */
  accountType: text,
  active: z.boolean(),
  created: time,
  groups: z.array(text),
  leftGroups: z.array(text).optional(),
  guest: z.boolean().optional(),
  /** Chosen in their profile; without it Jira answers the site's. */
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone').optional(),
  /** Of an account that belongs to a program; app accounts are `service` unless told otherwise. */
  appType: z.enum(['service', 'agent']).optional(),
});

const Comment = z.strictObject({ id, author, created: time, updated: time, updateAuthor: author.optional() });
const History = z.strictObject({ id, author, created: time });
const Worklog = z.strictObject({ id, author, created: time, started: time, updated: time });

export const IssueRecord = z.strictObject({
  kind: z.literal('issue'),
  key: z.string().regex(/^\S+-[1-9]\d{0,8}$/, 'must be a project key, a hyphen and a number'),
  project: text,
  created: time,
  creator: author,
  updated: time.optional(),
  comments: z.array(Comment),
  histories: z.array(History),
  worklogs: z.array(Worklog),
  security: z.boolean().optional(),
});

export const AuditRecord = z.strictObject({
  kind: z.literal('audit'),
  id,
  created: time,
  author,
  category: text,
  summary: text,
  object: z.strictObject({ type: text, id: z.string(), name: z.string() }).optional(),
  group: text.optional(),
});

export const ViewRecord = z.strictObject({ kind: z.literal('view'), issue: text, by: text, at: time });

export type SiteRecord = z.infer<typeof SiteRecord>;
export type RoleRecord = z.infer<typeof RoleRecord>;
export type GroupRecord = z.infer<typeof GroupRecord>;
export type UserRecord = z.infer<typeof UserRecord>;
export type IssueRecord = z.infer<typeof IssueRecord>;
export type CommentRecord = z.infer<typeof Comment>;
export type HistoryRecord = z.infer<typeof History>;
export type WorklogRecord = z.infer<typeof Worklog>;
export type AuditRecord = z.infer<typeof AuditRecord>;
export type ViewRecord = z.infer<typeof ViewRecord>;

export const SCHEMAS = {
  site: SiteRecord,
  role: RoleRecord,
  group: GroupRecord,
  user: UserRecord,
  issue: IssueRecord,
  audit: AuditRecord,
  view: ViewRecord,
} as const;
export type RecordKind = keyof typeof SCHEMAS;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
