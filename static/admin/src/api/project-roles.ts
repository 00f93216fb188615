import type { GroupId } from '../../../../src/shared/contract';
import { JiraRefusal } from './jira-refusal';

/** Asks Jira for a path, as whoever is at the page. */
export type Ask = (path: string) => Promise<unknown>;

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** A group as another record names it: some say the id, all say the name. */
export interface NamedGroup {
  readonly id: GroupId | null;
  readonly name: string;
}

/** A role of one project, with the groups that act in it. */
export interface RoleOfProject {
  readonly roleId: string;
  readonly name: string;
  /** Jira says so itself; it need not say so of every such role. */
  readonly isAdministrators: boolean;
  readonly groups: readonly NamedGroup[];
  /** Groups and people together. */
  readonly actors: number;
}

export interface RolesOfProject {
  readonly project: Project;
  readonly roles: readonly RoleOfProject[];
  /** False: some or all of its roles could not be read. */
  readonly isWhole: boolean;
}

const PAGE = 100;

/** Every project that the person may see, by key. Throws when Jira refuses or answers in another form. */
export async function readProjects(ask: Ask): Promise<readonly Project[]> {
  const projects: Project[] = [];
  for (;;) {
    const path = `/rest/api/3/project/search?startAt=${projects.length}&maxResults=${PAGE}&orderBy=key`;
    const { values, isLast } = fieldsOf(await ask(path));
    if (!Array.isArray(values) || typeof isLast !== 'boolean') throw new Error('Jira told no list of projects');
    projects.push(...values.map(projectOf));
    if (isLast || values.length === 0) return projects;
  }
}

function projectOf(value: unknown): Project {
  const { id, key, name } = fieldsOf(value);
  if (typeof id !== 'string' || typeof key !== 'string') throw new Error('Jira told a project without id or key');
  return { id, key, name: typeof name === 'string' ? name : key };
}

/** The roles of one project. What Jira does not tell makes the answer incomplete; only being given up throws. */
export async function readRolesOf(ask: Ask, project: Project): Promise<RolesOfProject> {
  const id = encodeURIComponent(project.id);
  const addresses = await unlessRefused(ask(`/rest/api/3/project/${id}/role`));
  if (addresses === undefined) return { project, roles: [], isWhole: false };
  const ids = Object.values(fieldsOf(addresses)).map((address) => /\/role\/(\d+)$/.exec(String(address))?.[1]);
  const roles: RoleOfProject[] = [];
  for (const roleId of ids) {
    if (roleId === undefined) continue;
    const role = roleOf(roleId, await unlessRefused(ask(`/rest/api/3/project/${id}/role/${roleId}`)));
    if (role) roles.push(role);
  }
  return { project, roles, isWhole: roles.length === ids.length };
}

async function unlessRefused(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof JiraRefusal) return undefined;
    throw error;
  }
}

function roleOf(roleId: string, value: unknown): RoleOfProject | undefined {
  const { name, admin, actors } = fieldsOf(value);
  if (typeof name !== 'string' || !Array.isArray(actors)) return undefined;
  const groups = actors.map((actor: unknown) => fieldsOf(actor)['actorGroup']).filter((group) => group !== undefined);
  const named = groups.flatMap((group) => groupOf(fieldsOf(group)['groupId'], fieldsOf(group)['name']));
  if (named.length < groups.length) return undefined;
  return { roleId, name, isAdministrators: admin === true, groups: named, actors: actors.length };
}

/** A group by what is told of it; nothing when neither its id nor its name is. */
export function groupOf(id: unknown, name: unknown): NamedGroup[] {
  const [known, called] = [typeof id === 'string' ? id : null, typeof name === 'string' ? name : ''];
  return known === null && called === '' ? [] : [{ id: known, name: called }];
}

/** The fields of an answer, whatever it is. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
