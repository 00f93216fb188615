import type { Container } from './container';
import { CONTAINERS_PER_FUNCTION } from './limits';

/** The containers of one function: warm ones are reused, new ones start on demand up to a limit, then calls wait. */
export class ContainerPool {
  private readonly containers = new Set<Container>();
  private stopped = false;
  private readonly idle: Container[] = [];
  private readonly waiting: ((container: Container) => void)[] = [];

  constructor(private readonly create: () => Container) {}

  async acquire(): Promise<Container> {
    const warm = this.idle.pop();
    if (warm?.alive) return warm;
    if (warm !== undefined) this.containers.delete(warm);
    if (this.containers.size < CONTAINERS_PER_FUNCTION) return this.start();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  release(container: Container): void {
    const next = this.waiting.shift();
    if (container.alive) {
      if (next === undefined) this.idle.push(container);
      else next(container);
      return;
    }
    this.containers.delete(container);
    if (next !== undefined) void this.start().then(next);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.containers].map((container) => container.stop()));
  }

  private async start(): Promise<Container> {
    const container = this.create();
    this.containers.add(container);
    await container.started();
    if (this.stopped) await container.stop();
    return container;
  }
}
