import { kvsCall } from './kvs-call';

/** A query of the store, as its client builds one. */
interface PagedQuery<Row> {
  cursor(after: string): PagedQuery<Row>;
  getMany(): Promise<{ results: Row[]; nextCursor?: string }>;
}

/** All rows of a query. A page may be short or empty and still not be the last: only a missing cursor ends it. */
export async function allRows<Row>(query: PagedQuery<Row>): Promise<Row[]> {
  let page = await kvsCall(() => query.getMany());
  const rows = [...page.results];
  while (page.nextCursor !== undefined) {
    const next = query.cursor(page.nextCursor);
    page = await kvsCall(() => next.getMany());
    rows.push(...page.results);
  }
  return rows;
}
