import type { WorkResult } from './burst';
import type { DownloadCursor, GroupWork, Ready } from './download-cursor';

export const BROWSER_READS = 'An administrator’s browser reads the members.';

/** What a complete download says about itself. */
export function summarizeDownload(
  { groups, browserPages }: DownloadCursor,
  { generation, changes }: Ready,
): WorkResult {
  const { memberships, others, audited } = changes;
  const { people, seats } = generation;
  const through =
    browserPages === 0 ? '' : ` Through the administrator’s browser: ${plural(browserPages, 'request', 'requests')}.`;
  const have = `${people} people hold ${seats} seats; ${others} app, customer and deactivated accounts are not seats.${through}`;
  if (groups.every(({ reading }) => reading?.because === 'first')) {
    const summary = `Read ${memberships} memberships of ${generation.groups.length} groups: ${have}`;
    return { kind: 'finished', status: 'Complete', summary };
  }
  const log =
    audited === null
      ? 'the audit log can’t be read, so sizes and the weekly reading tell of changes'
      : `the audit log told of ${audited} changes`;
  const summary = `Checked ${groups.length} groups, ${readingsOf(groups)}; ${log}: ${have}`;
  return { kind: 'finished', status: 'Complete', summary };
}

/** `read 1 again because its size differed and 2 whose weekly turn it was` */
function readingsOf(groups: readonly GroupWork[]): string {
  const count = (because: string) => groups.filter(({ reading }) => reading?.because === because).length;
  const parts = [
    [count('first'), 'for the first time'],
    [count('differs'), 'again because the size differed'],
    [count('weekly'), 'because it is their turn, once a week'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, why]) => `${number} ${why}`);
  return told.length === 0 ? 'read none again' : `read ${told.join(' and ')}`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
