import { z } from 'zod';

/** What the person who starts the site can mend: told in one line, exit code 2. */
export class StartError extends Error {}

/** Why something failed, in one line; of a schema's many complaints the first one. */
export function oneLine(error: unknown): string {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue !== undefined) return `${issue.path.join('.')}: ${issue.message}`;
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
