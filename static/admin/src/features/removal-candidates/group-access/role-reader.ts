import { readProjects, readRolesOf, type Project, type RolesOfProject } from '../../../api/project-roles';

/** How far the roles of the site's projects were read in this visit. */
export interface RoleReading {
  /** Null: not known yet. */
  readonly projects: readonly Project[] | null;
  readonly read: readonly RolesOfProject[];
  readonly isReading: boolean;
  /** Why the projects could not be listed. */
  readonly error: unknown;
}

/** Projects that are read before somebody has to ask for more. */
export const STEP = 100;
const PARALLEL = 5;
const NOTHING: RoleReading = { projects: null, read: [], isReading: false, error: null };

/** Asks Jira for a path until the signal gives it up. */
export type AskUntil = (path: string, options: { readonly signal: AbortSignal }) => Promise<unknown>;

/**
 * Reads the roles of all projects, a hundred projects at a time, and keeps them for the visit: every preview looks into the
 * same roles. Nothing that was read is asked for again.
 */
export class RoleReader {
  private state = NOTHING;
  private readonly listeners = new Set<() => void>();
  private stopping: AbortController | undefined;

  constructor(private readonly askUntil: AskUntil) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): RoleReading => this.state;

  /** Reads the first projects, unless that was done before. */
  begin(): void {
    if (this.state === NOTHING) this.goOn();
  }

  /** Reads the next projects. */
  goOn(): void {
    if (this.state.isReading) return;
    this.set({ isReading: true, error: null });
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.readStep(signal)
      .catch((error: unknown) => (signal.aborted ? undefined : this.set({ error })))
      .finally(() => this.set({ isReading: false }));
  }

  /** Gives up what is under way; what was read stays. */
  stop(): void {
    this.stopping?.abort();
  }

  /** Forgets projects that could not be read completely, and reads them again. */
  retry(): void {
    if (this.state.isReading) return;
    this.set({ read: this.state.read.filter(({ isWhole }) => isWhole) });
    this.goOn();
  }

  private async readStep(signal: AbortSignal): Promise<void> {
    const ask = (path: string) => this.askUntil(path, { signal });
    const projects = this.state.projects ?? (await readProjects(ask));
    this.set({ projects });
    const known = new Set(this.state.read.map(({ project }) => project.id));
    const waiting = projects.filter(({ id }) => !known.has(id)).slice(0, STEP);
    const work = async (): Promise<void> => {
      for (let project = waiting.shift(); project && !signal.aborted; project = waiting.shift()) {
        const roles = await readRolesOf(ask, project);
        this.set({ read: [...this.state.read, roles] });
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
  }

  private set(change: Partial<RoleReading>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
