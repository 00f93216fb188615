import type { z } from 'zod';

/** A list of an answer, of which only the frame is checked: its elements are read one by one. */
export interface ReadElements<Element> {
  readonly values: readonly Element[];
  /** Elements that can't be understood, as Jira sent them. What becomes unknown because of them, the caller has to tell. */
  readonly damaged: readonly unknown[];
}

/** Reads a list element by element: one that does not have the form leaves all others readable. */
export function readElements<Element>(schema: z.ZodType<Element>, list: readonly unknown[]): ReadElements<Element> {
  const values: Element[] = [];
  const damaged: unknown[] = [];
  for (const element of list) {
    const { success, data } = schema.safeParse(element);
    if (success) values.push(data);
    else damaged.push(element);
  }
  return { values, damaged };
}

/** What an element that can't be understood is called by; undefined when it holds nothing to call it by. */
export function nameOf(element: unknown): string | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  const { key, name, id, accountId } = element as Record<string, unknown>;
  for (const each of [key, name, id, accountId]) {
    if (typeof each === 'number') return String(each);
    if (typeof each === 'string' && each !== '') return each.slice(0, 100);
  }
  return undefined;
}
