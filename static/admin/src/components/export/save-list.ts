import type { QueryClient } from '@tanstack/react-query';
import type { AccountId } from '../../../../../src/shared/contract';
import { JiraRefusal } from '../../api/jira-refusal';
import { readNames } from '../../api/people';
import type { People } from '../../api/person';
import { downloadFile, fileName } from './download';
import { listFile, type ListColumn, type ListForm, type ListHeader } from './list-file';

export interface ListWish<Row> {
  readonly form: ListForm;
  /** Names the file and its format: `removal-candidates`. */
  readonly what: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly filters: ListHeader['filters'];
}

export interface Saving {
  readonly client: QueryClient;
  /** The server's clock, in milliseconds. */
  readonly now: number;
  /** Hears how far it is. */
  readonly tell: (text: string) => void;
}

const PERSON: readonly ListColumn<{ readonly accountId: AccountId }>[] = [
  { key: 'accountId', header: 'Account ID', value: ({ row }) => row.accountId },
  { key: 'name', header: 'Name', value: ({ person }) => person?.name ?? null },
  { key: 'email', header: 'E-mail', value: ({ person }) => person?.email ?? null },
];

/** Saves a list about people with their names, or without where Jira does not tell them; answers what was saved. */
export async function saveList<Row extends { readonly accountId: AccountId }>(
  { form, what, columns, rows, filters }: ListWish<Row>,
  { client, now, tell }: Saving,
): Promise<string> {
  const people = await namesOf([...new Set(rows.map(({ accountId }) => accountId))], client, tell);
  const named = rows.map((row) => ({ row, person: people?.get(row.accountId) }));
  const header = { format: `license-management-${what}`, exportedAt: new Date(now).toISOString(), filters };
  const { type, parts } = listFile(form, [...PERSON, ...columns], named, header);
  const name = fileName(what, now, form);
  downloadFile(name, type, parts);
  const rest = people ? '' : ' Jira did not tell the names, so people are written as account ids.';
  return `${name} holds ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}.${rest}`;
}

async function namesOf(
  accountIds: readonly AccountId[],
  client: QueryClient,
  tell: (text: string) => void,
): Promise<People | undefined> {
  const progress = (done: number, total: number) => tell(`Reading names: ${done} of ${total}`);
  try {
    return await readNames(client, accountIds, { progress });
  } catch (error) {
    if (error instanceof JiraRefusal) return undefined;
    throw error;
  }
}
