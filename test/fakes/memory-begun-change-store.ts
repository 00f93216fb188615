import type { BegunChange, BegunChangeStore } from '../../src/ports/begun-change-store';
import { jsonCopy } from './json-copy';

export class MemoryBegunChangeStore implements BegunChangeStore {
  private readonly changes = new Map<string, BegunChange>();

  begin(change: BegunChange): Promise<void> {
    this.changes.set(keyOf(change), jsonCopy(change));
    return Promise.resolve();
  }

  list(): Promise<BegunChange[]> {
    return Promise.resolve(jsonCopy([...this.changes.values()]));
  }

  end(change: Pick<BegunChange, 'candidate' | 'at'>): Promise<void> {
    this.changes.delete(keyOf(change));
    return Promise.resolve();
  }
}

const keyOf = ({ candidate, at }: Pick<BegunChange, 'candidate' | 'at'>) => `${candidate} ${at}`;
