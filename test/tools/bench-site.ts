import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Groups that give the seat; everybody is in one, every twentieth in two. */
const GROUPS = 20;
const NOW = '2026-11-02T09:00:00.000Z';

/** Writes the data file of a site with this many seats in 20 groups and no work items; answers where it is. */
export function writeDownloadSite(seats: number, folder: string): string {
  const groups = Array.from({ length: GROUPS }, (_, n) => `g-${String(n).padStart(2, '0')}`);
  const lines = [
    { kind: 'site', cloudId: 'bench', name: 'bench', timeZone: 'UTC', plan: 'standard' },
    { kind: 'role', key: 'jira-software', name: 'Jira', seats: null, groups, defaultGroups: [groups[0]] },
    ...groups.map((id) => ({ kind: 'group', id, name: `Group ${id}`, managed: 'local', access: 'user' })),
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
      ],
    })),
  ];
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `download-${seats}.ndjson`);
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return file;
}

/** As long as a real one, in no particular order. */
export function accountId(n: number): string {
  const digits = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `712020:${digits}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
