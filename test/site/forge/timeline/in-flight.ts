/** Counts the work that is under way, so that others can wait until there is none. */
export class InFlight {
  private count = 0;
  private waiting: (() => void)[] = [];

  get busy(): boolean {
    return this.count > 0;
  }

  track<Value>(work: Promise<Value>): Promise<Value> {
    this.count += 1;
    return work.finally(() => {
      this.count -= 1;
      if (this.busy) return;
      const { waiting } = this;
      this.waiting = [];
      for (const resume of waiting) resume();
    });
  }

  idle(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }
}
