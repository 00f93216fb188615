import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

interface Comment {
  readonly author: string | null;
  readonly created: string;
  readonly updated: string;
  readonly updateAuthor?: string;
}
interface Issue {
  readonly kind: 'issue';
  readonly creator: string | null;
  readonly created: string;
  readonly comments: readonly Comment[];
  readonly histories: readonly { readonly author: string | null; readonly created: string }[];
}
interface User {
  readonly kind: 'user';
  readonly accountId: string;
  readonly created: string;
}
interface Other {
  readonly kind: 'site' | 'role' | 'group';
}
type Row = Issue | User | Other;

/** A data file as it was at a moment, and what each person of it did first after that. */
export interface CutHistory {
  readonly before: readonly object[];
  /** Milliseconds since 1970, by account. */
  readonly nextDone: ReadonlyMap<string, number>;
}

/** Cuts a data file of a site (test/site, NDJSON, `.gz` allowed) in two at a moment. */
export function cutHistory(file: string, moment: number): CutHistory {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
  const nextDone = new Map<string, number>();
  for (const [author, time] of rows.flatMap((row) => (row.kind === 'issue' ? doneOn(row) : []))) {
    const at = Date.parse(time);
    if (author !== null && at > moment) nextDone.set(author, Math.min(at, nextDone.get(author) ?? Infinity));
  }
  return { before: rows.flatMap((row) => asItWas(row, moment)), nextDone };
}

function doneOn({ creator, created, comments, histories }: Issue): (readonly [string | null, string])[] {
  return [
    [creator, created],
    ...comments.map((each) => [each.author, each.created] as const),
    ...comments
      .filter((each) => each.updated !== each.created)
      .map((each) => [each.updateAuthor ?? each.author, each.updated] as const),
    ...histories.map((each) => [each.author, each.created] as const),
  ];
}

/** The row at that moment; nothing where it came later. What was edited later is as it was written first. */
function asItWas(row: Row, moment: number): object[] {
  const isPast = (time: string) => Date.parse(time) <= moment;
  if (row.kind === 'user') return isPast(row.created) ? [row] : [];
  if (row.kind !== 'issue') return [row];
  if (!isPast(row.created)) return [];
  const comments = row.comments.filter(({ created }) => isPast(created)).map((each) => firstWritten(each, isPast));
  const histories = row.histories.filter(({ created }) => isPast(created));
  const times = [row.created, ...comments.map((each) => each.updated), ...histories.map((each) => each.created)];
  return [{ ...row, comments, histories, updated: times.sort().at(-1) }];
}

function firstWritten({ updateAuthor, ...comment }: Comment, isPast: (time: string) => boolean): Comment {
  if (!isPast(comment.updated)) return { ...comment, updated: comment.created };
  return updateAuthor === undefined ? comment : { ...comment, updateAuthor };
}
