/** Something that a warm process keeps from one invocation to the next. */
export interface Remembered {
  /** How many entries it holds: what is bounded over all installations. */
  readonly size: number;
}

/**
 * What a warm process still knows of ONE installation, the one of the invocation that holds this. May be empty at any time, and
 * is where the installation is not known: whatever is kept here can be read again.
 */
export interface InstallationMemory {
  /** The one thing of this kind; a new one where there is none yet. */
  of<Kept extends Remembered>(kind: new () => Kept): Kept;
}
