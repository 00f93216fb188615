import { z } from 'zod';

/** A mail that Jira sent to one person. */
export const Mail = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** The recipient's account id. */
  to: z.string(),
  /** Key of the issue that it was sent about. */
  issue: z.string(),
  subject: z.string(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  /** Who had it sent, named as in the traffic. */
  principal: z.string(),
});
export type Mail = Readonly<z.infer<typeof Mail>>;

/** Every mail that Jira sent, oldest first. */
export class Mails {
  private kept: Mail[] = [];

  add(mail: Mail): void {
    this.kept.push(mail);
  }
  list(): readonly Mail[] {
    return this.kept;
  }
  clear(): void {
    this.kept = [];
  }
  restore(mails: readonly Mail[]): void {
    this.kept = [...mails];
  }
}
