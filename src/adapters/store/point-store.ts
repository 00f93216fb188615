import { z } from 'zod';
import { VersionedRecords } from './versioned-records';

const SpentRecord = z.object({ hour: z.number(), points: z.number() });

/** The points that were spent in the current clock hour; an older hour counts as nothing. */
export class KvsPointStore {
  private readonly records = new VersionedRecords('document', SpentRecord);

  async read(hour: number): Promise<number> {
    const spent = (await this.records.find('spent-points'))?.value;
    return spent?.hour === hour ? spent.points : 0;
  }

  async add(hour: number, points: number): Promise<void> {
    await this.records.update('spent-points', (spent) =>
      spent && spent.hour > hour ? spent : { hour, points: points + (spent?.hour === hour ? spent.points : 0) },
    );
  }
}
