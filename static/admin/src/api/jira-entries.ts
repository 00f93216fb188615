import type { AccountId, ActivityEventView } from '../../../../src/shared/contract';

interface By {
  readonly accountId?: string | null;
}

/** A work item as Jira's search answers it: only what is used. */
export interface FoundIssue {
  readonly key: string;
  readonly fields: {
    readonly created: string;
    readonly creator?: By | null;
    readonly comment?: {
      readonly comments: readonly {
        readonly created: string;
        readonly updated: string;
        readonly author?: By | null;
        readonly updateAuthor?: By | null;
      }[];
      readonly total: number;
    };
  };
  readonly changelog?: {
    readonly histories: readonly { readonly created: string; readonly author?: By | null }[];
    readonly total: number;
  };
}

/** What one person did on a work item since a moment; `isCut`: Jira did not show everything. */
export function entriesOf(
  { key, fields, changelog }: FoundIssue,
  accountId: AccountId,
  since: number,
): { readonly entries: readonly ActivityEventView[]; readonly isCut: boolean } {
  const entries: ActivityEventView[] = [];
  const add = (by: By | null | undefined, written: string, what: string) => {
    const at = timeOf(written);
    if (by?.accountId !== accountId || Number.isNaN(at) || at < since) return;
    entries.push({
      at: new Date(at).toISOString(),
      precision: 'exact',
      activityClass: 'contribution',
      what,
      issueKey: key,
    });
  };
  add(fields.creator, fields.created, 'Created');
  for (const { author, updateAuthor, created, updated } of fields.comment?.comments ?? []) {
    add(author, created, 'Commented on');
    if (updated !== created) add(updateAuthor, updated, 'Edited a comment on');
  }
  for (const { author, created } of changelog?.histories ?? []) add(author, created, 'Changed');
  const isCut =
    (fields.comment?.comments.length ?? 0) < (fields.comment?.total ?? 0) ||
    (changelog?.histories.length ?? 0) < (changelog?.total ?? 0);
  return { entries, isCut };
}

/** Jira writes `2014-03-19T18:45:42.967+0000`. */
function timeOf(written: string): number {
  return Date.parse(written.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}
