import type { FunctionDeclaration } from '../manifest/manifest';
import { Container } from './container';
import { ContainerPool } from './container-pool';

/**
 * The processes of an app's functions. As on the platform they serve every site on which the app is installed: whichever is
 * idle takes the next invocation, whosever it is. They end with the last site.
 */
export class FunctionProcesses {
  private readonly pools = new Map<string, ContainerPool>();
  private readonly sites = new Set<object>();

  constructor(private readonly bundleDir: string) {}

  join(site: object): void {
    this.sites.add(site);
  }

  async leave(site: object): Promise<void> {
    this.sites.delete(site);
    if (this.sites.size === 0) await Promise.all([...this.pools.values()].map((pool) => pool.stop()));
  }

  poolOf({ key, memoryMb }: FunctionDeclaration): ContainerPool {
    const known = this.pools.get(key);
    if (known !== undefined) return known;
    const pool = new ContainerPool(() => new Container(key, memoryMb, this.bundleDir));
    this.pools.set(key, pool);
    return pool;
  }
}
