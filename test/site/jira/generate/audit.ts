import type { AuditRecord } from '../data/records';
import { DAY } from '../jql/time-zone';
import type { Groups } from './company';
import { PROJECTS } from './names';
import type { Staff } from './people';
import type { Prng } from '../../core/prng';

type Template = readonly [category: string, summary: string, type: string, name: string];

/** What administrators leave in the audit log, all categories. Source: Atlassian's "Auditing in Jira". */
const TEMPLATES: readonly Template[] = [
  ['auditing', 'Audit log exported', 'AUDIT_LOG', 'Audit log'],
  ['user management', 'User created', 'USER', ''],
  ['user management', "User's details updated", 'USER', ''],
  ['group management', 'User added to group', 'USER', ''],
  ['group management', 'User removed from group', 'USER', ''],
  ['projects', 'Project created', 'PROJECT', ''],
  ['projects', 'Project updated', 'PROJECT', ''],
  ['projects', 'Project component created', 'PROJECT', ''],
  ['permissions', 'Permission scheme updated', 'SCHEME', 'Default software scheme'],
  ['permissions', 'Global permission added', 'PERMISSIONS', 'Create shared objects'],
  ['workflows', 'Workflow updated', 'WORKFLOW', 'Software simplified workflow'],
  ['workflows', 'Workflow scheme added to project', 'SCHEME', 'Service desk workflow scheme'],
  ['notifications', 'Notification scheme updated', 'SCHEME', 'Default notification scheme'],
  ['schemes', 'Issue type scheme updated', 'SCHEME', 'Default issue type scheme'],
  ['fields', 'Custom field created', 'CUSTOM_FIELD', 'Severity'],
  ['fields', 'Custom field updated', 'CUSTOM_FIELD', 'Customer impact'],
  ['advanced roadmaps', 'Plan updated', 'PLAN', 'Company roadmap'],
];

/** Half a year of administration by the company's administrators; a few records have no author. */
export function auditTrail(
  random: Prng,
  { seated, admins }: Staff,
  groups: Groups,
  count: number,
  now: number,
): AuditRecord[] {
  if (admins === 0) return [];
  const authors = seated.slice(0, admins);
  return Array.from({ length: count }, (_, index): AuditRecord => {
    const at = now - 180 * DAY + ((index + random.next()) / count) * (180 * DAY - 3_600_000);
    const [category, summary, type, name] = TEMPLATES[index % TEMPLATES.length] as Template;
    const author = random.pick(authors);
    // The last administrator does nothing but administer: the audit log is all that shows that person at work.
    const works = author === authors.at(-1) || at <= (author.lastActive ?? 0);
    const byNobody = random.chance(0.04) || !works;
    const subject = random.pick(seated).user.accountId;
    const object =
      type === 'USER'
        ? { type, id: subject, name: subject }
        : { type, id: String(10_000 + random.below(40)), name: type === 'PROJECT' ? random.pick(PROJECTS) : name };
    return {
      kind: 'audit',
      id: String(index + 1),
      created: new Date(Math.floor(at)).toISOString(),
      author: byNobody ? null : author.user.accountId,
      category,
      summary,
      object,
      ...(category === 'group management' ? { group: groups.software.id } : {}),
    };
  });
}
