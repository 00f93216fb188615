import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Groups that give the seat; everybody is in one, every twentieth in two. */
const GROUPS = 20;
const NOW = '2026-11-02T09:00:00.000Z';
const BEGAN = '2026-06-01T09:00:00.000Z';
const WORKED = '2026-10-05T09:00:00.000Z';

/** Writes the data file of a site with this many seats in 20 groups and no work items; answers where it is. */
export function writeDownloadSite(seats: number, folder: string): string {
  return write(join(folder, `download-${seats}.ndjson`), directoryOf(seats));
}

/**
 * The same site where seven of ten people logged work a month ago, 100 of them on a work item. Everybody is in some more groups,
 * which give no seat.
 */
export function writeWorkingSite(seats: number, folder: string, moreGroups = 0): string {
  const working = Array.from({ length: seats }, (_, n) => n).filter((n) => n % 10 < 7);
  const issues = Array.from({ length: Math.ceil(working.length / 100) }, (_, i) => ({
    kind: 'issue',
    key: `WORK-${i + 1}`,
    project: 'WORK',
    created: BEGAN,
    creator: accountId(0),
    updated: NOW,
    comments: [],
    histories: [],
    worklogs: working.slice(i * 100, i * 100 + 100).map((n) => {
      const time = new Date(Date.parse(WORKED) + n * 1000).toISOString();
      const at = { created: time, started: time, updated: time };
      return { id: `${n + 1}`, author: accountId(n), ...at };
    }),
  }));
  return write(join(folder, `working-${seats}-${moreGroups}.ndjson`), [...directoryOf(seats, moreGroups), ...issues]);
}

function directoryOf(seats: number, moreGroups = 0): object[] {
  const more = Array.from({ length: moreGroups }, (_, n) => `more-${n}`);
  const groups = Array.from({ length: GROUPS }, (_, n) => `g-${String(n).padStart(2, '0')}`);
  return [
    { kind: 'site', cloudId: 'bench', name: 'bench', timeZone: 'UTC', plan: 'standard' },
    { kind: 'role', key: 'jira-software', name: 'Jira', seats: null, groups, defaultGroups: [groups[0]] },
    ...groups.map((id) => ({ kind: 'group', id, name: `Group ${id}`, managed: 'local', access: 'user' })),
    ...more.map((id) => ({ kind: 'group', id, name: id, managed: 'local', access: 'none' })),
    { kind: 'group', id: 'admins', name: 'jira-administrators', managed: 'local', access: 'admin' },
    { kind: 'group', id: 'org', name: 'org-admins', managed: 'local', access: 'site-admin' },
    ...Array.from({ length: seats }, (_, n) => ({
      kind: 'user',
      accountId: accountId(n),
      displayName: `Person ${n}`,
      email: n === 0 ? 'first@bench.example' : null,
      accountType: 'atlassian',
      active: true,
      created: NOW,
      groups: [
        groups[n % GROUPS],
        ...(n % 20 === 7 ? [groups[(n + 1) % GROUPS]] : []),
        ...(n === 0 ? ['org', 'admins'] : []),
        ...more,
      ],
    })),
  ];
}

function write(file: string, records: readonly object[]): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
  return file;
}

/** As long as a real one, in no particular order. */
export function accountId(n: number): string {
  const digits = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `712020:${digits}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
