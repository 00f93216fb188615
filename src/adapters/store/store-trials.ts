import { kvs } from '@forge/kvs';
import { isFailure } from '../../ports/failures';
import type { StoreTrials, TransactionTrial } from '../../ports/site-check';
import { kvsCall } from './kvs-call';

/** Always the same keys: what a killed trial left behind, the next one takes away. */
const ONE = 'store-trial.one';
const TWO = 'store-trial.two';
/** No index lists these rows: they have none of the columns. */
const ROW = { revision: 1, writer: 'trial', record: {} } as const;

/** Tries transactions on rows that nobody reads, and deletes them again. */
export class KvsStoreTrials implements StoreTrials {
  async takesTransaction(over: TransactionTrial): Promise<boolean> {
    const taken = await isTaken(() => {
      const transaction = kvs.transact().set(ONE, ROW, { entityName: 'document' });
      if (over === 'entity-and-key') return transaction.set(TWO, 1).execute();
      return transaction.set(over === 'same-key' ? ONE : TWO, ROW, { entityName: 'job-run' }).execute();
    });
    await kvsCall(() => kvs.entity('document').delete(ONE));
    for (const key of [ONE, TWO]) await kvsCall(() => kvs.entity('job-run').delete(key));
    await kvsCall(() => kvs.delete(TWO));
    return taken;
  }
}

/** A refusal only counts where the store answers otherwise. */
async function isTaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await kvsCall(write);
    return true;
  } catch (error) {
    if (!isFailure(error, 'store-unavailable')) throw error;
    await kvsCall(() => kvs.get(TWO));
    return false;
  }
}
