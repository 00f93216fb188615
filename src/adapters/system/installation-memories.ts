import type { InstallationMemory, Remembered } from '../../ports/installation-memory';

/** A process serves the installations of many customers. */
const MOST_INSTALLATIONS = 50;
/** Over all installations; about 20 MB where they are day stamps. */
const MOST_ENTRIES = 100_000;

class Memory implements InstallationMemory {
  private readonly kept = new Map<new () => Remembered, Remembered>();

  of<Kept extends Remembered>(kind: new () => Kept): Kept {
    const found = this.kept.get(kind) ?? new kind();
    this.kept.set(kind, found);
    return found as Kept;
  }

  get size(): number {
    return [...this.kept.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

/** The memories of all installations that a process served, each only ever handed to invocations of its own installation. */
export class InstallationMemories {
  private readonly memories = new Map<string, Memory>();

  constructor(
    private readonly mostInstallations = MOST_INSTALLATIONS,
    private readonly mostEntries = MOST_ENTRIES,
  ) {}

  /** The memory of this installation, by any text that names it; one that is forgotten at once where it is not known. */
  of(installation: string | undefined): InstallationMemory {
    const memory = (installation === undefined ? undefined : this.memories.get(installation)) ?? new Memory();
    if (installation === undefined) return memory;
    this.memories.delete(installation);
    this.makeRoom(memory.size);
    this.memories.set(installation, memory); // last: used most recently
    return memory;
  }

  /** Forgets whoever was away longest, until the others fit beside what is about to be used. */
  private makeRoom(needed: number): void {
    let entries = [...this.memories.values()].reduce((sum, { size }) => sum + size, needed);
    for (const [installation, { size }] of this.memories) {
      if (this.memories.size < this.mostInstallations && entries <= this.mostEntries) return;
      this.memories.delete(installation);
      entries -= size;
    }
  }
}

/** The only thing in this app that outlives an invocation. */
// eslint-disable-next-line app/no-module-state -- keyed by installation, and handed out by nothing but that key
export const installationMemories = new InstallationMemories();
