import { z } from 'zod';
import type { AuditEntry } from '../../domain/audit-log/audit-entry';

/** Jira's times come as `2014-03-19T18:45:42.967+0000`, some as milliseconds. */
export const moment = z.union([z.string(), z.number()]).transform((text, context) => {
  const at = typeof text === 'number' ? text : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isFinite(at)) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** Authors can be missing, or nameless: deleted people, anonymous work, old imports. */
const author = z.object({ accountId: z.string().nullish(), accountType: z.string().nullish() }).nullish();
export type Author = z.infer<typeof author>;

/** Where nothing tells that it was edited, it was not. */
export const CommentAnswer = z.object({ author, created: moment, updateAuthor: author, updated: moment.nullish() });
export const HistoryAnswer = z.object({
  author,
  created: moment,
  /** What can't be understood of a change leaves its kind open. */
  items: z
    .array(z.object({ field: z.string().nullish() }).catch({}))
    .nullish()
    .catch(null),
});
/** Without a moment of its own the feed tells when it was last changed. */
export const WorklogAnswer = z
  .object({
    id: z.union([z.string(), z.number()]).nullish().catch(null),
    author,
    created: moment.nullish().catch(null),
    updateAuthor: author,
    updated: moment.nullish().catch(null),
  })
  .refine(({ id, created }) => (id ?? created ?? null) !== null);

export type CommentAnswer = z.infer<typeof CommentAnswer>;
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;
export type WorklogAnswer = z.infer<typeof WorklogAnswer>;

/** Lists on a work item: what is missing or can't be understood is read again from the item itself. */
const total = z.number().nullish().catch(null);
const comments = z
  .object({ comments: z.array(z.unknown()), total })
  .nullish()
  .catch(null);
const histories = z
  .object({ histories: z.array(z.unknown()), total })
  .nullish()
  .catch(null);
const worklogs = z
  .object({ worklogs: z.array(z.unknown()) })
  .nullish()
  .catch(null);

export const IssueAnswer = z.object({
  key: z.string().min(1),
  fields: z.object({
    creator: author,
    created: moment,
    updated: moment.nullish().catch(null),
    comment: comments,
    worklog: worklogs,
  }),
  changelog: histories,
});
export type IssueAnswer = z.infer<typeof IssueAnswer>;

const nextPageToken = z.string().nullish();
const warnings = z.array(z.unknown()).nullish();
export const IssueSearch = z.object({ issues: z.array(z.unknown()), nextPageToken, warnings });
export type IssueSearch = z.infer<typeof IssueSearch>;
export const CommentPage = z.object({ comments: z.array(z.unknown()), total });
export const ChangePage = z.object({ values: z.array(z.unknown()), total, isLast: z.boolean().nullish().catch(null) });

export const UpdatedWorklogs = z.object({ values: z.array(z.unknown()), until: z.number(), lastPage: z.boolean() });
export const UpdatedWorklog = z.object({ worklogId: z.number(), updatedTime: z.number() });
export const Worklogs = z.array(z.unknown());

const text = z.string().nullish().catch(null);
const idText = z.union([z.string(), z.number().transform(String)]).nullish();
/** Who is named without an id may be anybody, so the entry is none that was read. */
const auditItem = z
  .object({ id: idText, name: text, typeName: idText })
  .refine(({ id, typeName }) => Boolean(id) || typeName?.toUpperCase() !== 'USER');
export const AuditRecord = z.object({
  id: z.union([z.number(), z.string()]),
  authorAccountId: z.string().nullish(),
  created: moment,
  category: text,
  summary: z
    .string()
    .nullish()
    .catch(null)
    .transform((summary) => summary ?? ''),
  objectItem: auditItem.nullish(),
  associatedItems: z.array(auditItem).nullish(),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

/** An entry of the log in our words, its object first. */
export function inOurWords({ category = null, summary, objectItem, associatedItems }: AuditRecord): AuditEntry {
  const items = [...(objectItem ? [objectItem] : []), ...(associatedItems ?? [])];
  return {
    category,
    summary,
    items: items.map(({ id = null, name = null, typeName: type = null }) => ({ id, name, type })),
  };
}

export const AuditRecords = z.object({
  /** What the answer could hold at most: less than was asked for when Jira says so. */
  limit: z.number().nullish().catch(null),
  records: z.array(z.unknown()),
});

/** The warning of a query with more people than Jira looks at. */
const Warning = z.looseObject({
  type: z.string().optional(),
  details: z.looseObject({ limit: z.number().optional() }).optional(),
});
/** The most people Jira looked at, when that is all it warns of. */
export function clauseLimit(warnings: readonly unknown[]): number | undefined {
  const limits = warnings.map((warning) => {
    const { data } = Warning.safeParse(warning);
    return data?.type === 'JQL_FUNCTION_LIMIT_EXCEEDED' ? data.details?.limit : undefined;
  });
  return limits.every((limit) => limit !== undefined) ? Math.min(...limits) : undefined;
}
