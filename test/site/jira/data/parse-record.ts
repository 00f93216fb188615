import type { z } from 'zod';
import { RecordError } from '../../core/parts';
import { SCHEMAS, type RecordKind } from './records';

type RecordOf<Kind extends RecordKind> = z.infer<(typeof SCHEMAS)[Kind]>;

/** Checks one record against the data file's form. Throws RecordError that names the field and the reason. */
export function parseRecord<Kind extends RecordKind>(kind: Kind, value: unknown, where = ''): RecordOf<Kind> {
  const result = SCHEMAS[kind].safeParse(value);
  if (result.success) return result.data as RecordOf<Kind>;
  const issue = result.error.issues[0];
  throw new RecordError(`${where}${kind} ${explain(issue)}`);
}

/** The kind a record claims. Throws RecordError for anything that is not an object of a known kind. */
export function kindOf(value: unknown, where = ''): RecordKind {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordError(`${where}a record must be an object`);
  const kind = (value as { kind?: unknown }).kind;
  if (typeof kind === 'string' && Object.hasOwn(SCHEMAS, kind)) return kind as RecordKind;
  const known = Object.keys(SCHEMAS).join(', ');
  throw new RecordError(
    `${where}field kind: ${kind === undefined ? 'missing' : JSON.stringify(kind)} is not one of ${known}`,
  );
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'is not valid';
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `${path}.${key}`.replace(/^\./, ''));
    return `field ${keys.join(', ')}: unknown field`;
  }
  return `field ${path.replace(/^\./, '')}: ${issue.message}`;
}
