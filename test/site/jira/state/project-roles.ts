import { z } from 'zod';
import { RecordError } from '../../core/parts';
import type { NameTable } from '../data/name-table';
import type { GroupRecord } from '../data/records';
import { ADDONS_GROUP } from './app-user';
import type { Directory } from './directory';

/** A role of one project: company-managed projects share theirs, team-managed ones have their own. */
export interface ProjectRole {
  readonly id: number;
  readonly name: string;
  readonly kind: 'administrators' | 'members' | 'viewers' | 'apps';
  readonly isTeamManaged: boolean;
}

/** Where a group acts, by names. */
export const RolePlace = z.strictObject({ project: z.string(), role: z.string() });
export type RolePlace = Readonly<z.infer<typeof RolePlace>>;

const SHARED: readonly ProjectRole[] = [
  { id: 10_002, name: 'Administrators', kind: 'administrators', isTeamManaged: false },
  { id: 10_001, name: 'Developers', kind: 'members', isTeamManaged: false },
  { id: 10_000, name: 'Viewers', kind: 'viewers', isTeamManaged: false },
  { id: 10_003, name: 'atlassian-addons-project-access', kind: 'apps', isTeamManaged: false },
];
const OWN = [
  ['Administrator', 'administrators'],
  ['Member', 'members'],
  ['Viewer', 'viewers'],
] as const;
const FIRST_OWN_ID = 10_100;

/**
 * Which groups act in the roles of the site's projects. Data files say nothing about it, so it follows from the names of
 * groups and projects, until the control call says otherwise for a group.
 */
export class ProjectRoles {
  private readonly said = new Map<string, readonly RolePlace[]>();

  constructor(
    private readonly projects: NameTable,
    private readonly directory: Directory,
  ) {}

  /** Every fourth project is managed by its team. */
  rolesOf(project: number): readonly ProjectRole[] {
    if (project % 4 !== 3) return SHARED;
    return OWN.map(([name, kind], index) => ({
      id: FIRST_OWN_ID + project * OWN.length + index,
      name,
      kind,
      isTeamManaged: true,
    }));
  }

  groupsIn(project: number, role: ProjectRole): GroupRecord[] {
    const key = this.projects.all()[project] ?? '';
    return this.directory.groups().filter((group) => {
      const said = this.said.get(group.id);
      if (said === undefined) return this.actsByName(group, key, role);
      return said.some((place) => place.project === key && place.role === role.name);
    });
  }

  /** Says where a group acts from now on. Throws a RecordError when there is no such place. */
  put(groupId: string, places: readonly RolePlace[]): void {
    for (const { project, role } of places) {
      const index = this.projects.all().indexOf(project);
      if (index < 0) throw new RecordError(`group field projectRoles: there is no project ${project}`);
      if (!this.rolesOf(index).some(({ name }) => name === role))
        throw new RecordError(`group field projectRoles: project ${project} has no role ${role}`);
    }
    this.said.set(groupId, places);
  }

  list(): { groupId: string; places: RolePlace[] }[] {
    return [...this.said].map(([groupId, places]) => ({ groupId, places: [...places] }));
  }

  private actsByName({ id, access, name }: GroupRecord, project: string, { kind }: ProjectRole): boolean {
    const chosen = this.ownersOf(project);
    if (kind === 'administrators') return chosen === undefined ? access === 'admin' : chosen === name;
    if (kind === 'members') return access === 'user' && sum(`${name} ${project}`) % 2 === 0;
    return kind === 'viewers' && access === 'none' && id !== ADDONS_GROUP.id;
  }

  /** A third of the projects is administered by one of the groups that give seats, and by nobody else. */
  private ownersOf(project: string): string | undefined {
    const groups = this.directory.groups().filter(({ access }) => access === 'user');
    return sum(project) % 3 === 0 ? groups[sum(project) % Math.max(1, groups.length)]?.name : undefined;
  }
}

function sum(text: string): number {
  let total = 7;
  for (let n = 0; n < text.length; n += 1) total = (total * 31 + text.charCodeAt(n)) % 1_000_003;
  return total;
}
