import { WAYS_IN } from '../../domain/site-check/ways-in';
import { isFailure } from '../../ports/failures';
import type { Remembered } from '../../ports/installation-memory';
import type { Ports } from '../../ports/ports';

/** Ways in that are on record, as far as this process knows. */
class NotedWays implements Remembered {
  readonly keys = new Set<string>();

  get size(): number {
    return this.keys.size;
  }
}

/**
 * Notes through which module of the manifest the app was used. Costs a read the first time a process is asked through a module,
 * and a write the first time ever. Never hinders what was asked.
 */
export async function noteWayIn(
  moduleKey: string | undefined,
  { siteChecks, memory, log }: Pick<Ports, 'siteChecks' | 'memory' | 'log'>,
): Promise<void> {
  const noted = memory.of(NotedWays).keys;
  if (moduleKey === undefined || !isWayIn(moduleKey) || noted.has(moduleKey)) return;
  try {
    const isNoted = (await siteChecks.find()).opened.includes(moduleKey);
    if (!isNoted) await siteChecks.update((site) => ({ ...site, opened: [...new Set([...site.opened, moduleKey])] }));
    noted.add(moduleKey);
  } catch (error) {
    if (!isFailure(error)) throw error;
    log.error('way in not noted', { code: error.code });
  }
}

function isWayIn(moduleKey: string): boolean {
  return (WAYS_IN as readonly string[]).includes(moduleKey);
}
