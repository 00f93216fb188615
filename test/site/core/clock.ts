/**
 * Simulated time of the local site, in milliseconds since the epoch.
 *
 * Time stands still while nothing happens and runs at real speed while anything holds it (a function that executes,
 * a queue message that waits in interactive use), so a test never sleeps and two runs see the same instants.
 */
export class SimulatedClock {
  private base: number;
  private holds = 0;
  private runningSince = 0;

  constructor(startMs: number) {
    this.base = startMs;
  }

  /** The current simulated instant, whole milliseconds. Never goes back. */
  now(): number {
    return this.holds === 0 ? this.base : this.base + Math.floor(performance.now() - this.runningSince);
  }

  /** Lets time run at real speed until the returned function is called (once or more: the rest are ignored). */
  hold(): () => void {
    if (this.holds === 0) this.runningSince = performance.now();
    this.holds += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      if (this.holds === 1) this.base = this.now();
      this.holds -= 1;
    };
  }

  /** Jumps to an instant; an instant already past is ignored. */
  advanceTo(ms: number): void {
    const ahead = ms - this.now();
    if (ahead > 0) this.base += ahead;
  }
}
