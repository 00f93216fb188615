import { z } from 'zod';

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

const comment = z.object({ author, updateAuthor: author, created: moment, updated: moment });
const history = z.object({
  author,
  created: moment,
  items: z.array(z.object({ field: z.string().nullish() })).nullish(),
});
const worklog = z.object({ author, updateAuthor: author, created: moment, updated: moment });

export type CommentAnswer = z.infer<typeof comment>;
export type HistoryAnswer = z.infer<typeof history>;

export const IssueAnswer = z.object({
  key: z.string(),
  fields: z.object({
    creator: author,
    created: moment,
    updated: moment.optional(),
    comment: z.object({ comments: z.array(comment), total: z.number() }),
    worklog: z.object({ worklogs: z.array(worklog) }).nullish(),
  }),
  changelog: z.object({ histories: z.array(history), total: z.number() }),
});
export type IssueAnswer = z.infer<typeof IssueAnswer>;

export const IssueSearch = z.object({ issues: z.array(IssueAnswer), nextPageToken: z.string().nullish() });
export const CommentPage = z.object({ comments: z.array(comment), total: z.number() });
export const ChangePage = z.object({ values: z.array(history), isLast: z.boolean() });

export const UpdatedWorklogs = z.object({
  values: z.array(z.object({ worklogId: z.number(), updatedTime: z.number() })),
  until: z.number(),
  lastPage: z.boolean(),
});
export type WorklogAnswer = z.infer<typeof worklog>;
export const Worklogs = z.array(worklog);

export const auditItem = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  typeName: z.string().nullish(),
});
export const AuditRecords = z.object({
  /** What the answer could hold at most: less than was asked for when Jira says so. */
  limit: z.number().nullish(),
  records: z.array(
    z.object({
      id: z.number(),
      authorAccountId: z.string().nullish(),
      created: moment,
      category: z.string().nullish(),
      summary: z.string().default(''),
      objectItem: auditItem.nullish(),
      associatedItems: z.array(auditItem).nullish(),
    }),
  ),
});

/** The warning of a query with more people than Jira looks at. */
const Warning = z.looseObject({
  type: z.string().optional(),
  details: z.looseObject({ limit: z.number().optional() }).optional(),
});
export const TouchSearch = z.object({
  issues: z.array(IssueAnswer),
  nextPageToken: z.string().nullish(),
  warnings: z.array(z.unknown()).nullish(),
});
export type TouchSearch = z.infer<typeof TouchSearch>;
/** The most people Jira looked at, when that is all it warns of. */
export function clauseLimit(warnings: readonly unknown[]): number | undefined {
  const limits = warnings.map((warning) => {
    const { data } = Warning.safeParse(warning);
    return data?.type === 'JQL_FUNCTION_LIMIT_EXCEEDED' ? data.details?.limit : undefined;
  });
  return limits.every((limit) => limit !== undefined) ? Math.min(...limits) : undefined;
}

export const Probe = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().nullish(),
  warnings: z.array(z.unknown()).nullish(),
});
