import type { AccountId } from '../../domain/identifiers';
import { WAYS_IN, withWayIn } from '../../domain/site-check/ways-in';
import { isFailure } from '../../ports/failures';
import type { Remembered } from '../../ports/installation-memory';
import type { Ports } from '../../ports/ports';

/** Ways in that are on record, and by whom, as far as this process knows. */
class NotedWays implements Remembered {
  readonly keys = new Set<string>();

  get size(): number {
    return this.keys.size;
  }
}

/** Beyond the first people of a process nobody tells anything new. */
const MOST_NOTED = 50;

/**
 * Notes through which module of the manifest the app was used, and whether by more than one person. Costs a read the first time a
 * process is asked by somebody through a module, and a write the first time ever. Never hinders what was asked.
 */
export async function noteWayIn(
  moduleKey: string | undefined,
  accountId: AccountId,
  { siteChecks, memory, log }: Pick<Ports, 'siteChecks' | 'memory' | 'log'>,
): Promise<void> {
  const noted = memory.of(NotedWays).keys;
  if (moduleKey === undefined || !isWayIn(moduleKey) || accountId === '') return;
  const name = noted.size < MOST_NOTED ? `${moduleKey} ${accountId}` : moduleKey;
  if (noted.has(name)) return;
  try {
    const site = await siteChecks.find();
    if (withWayIn(site, moduleKey, accountId) !== site)
      await siteChecks.update((before) => withWayIn(before, moduleKey, accountId));
    noted.add(name);
  } catch (error) {
    if (!isFailure(error)) throw error;
    log.error('way in not noted', { code: error.code });
  }
}

function isWayIn(moduleKey: string): boolean {
  return (WAYS_IN as readonly string[]).includes(moduleKey);
}
