import type { z } from 'zod';
import { Failure } from '../../ports/failures';
import { VersionedRecords } from './versioned-records';

/** One document of settings that several administrators change: a change names the revision that it was made from. */
export class SettingsDocument<Settings extends { readonly revision: number }> {
  private readonly records: VersionedRecords<Settings>;

  constructor(
    private readonly key: string,
    schema: z.ZodType<Settings>,
    /** What holds until somebody changes it; its revision is 0. */
    private readonly first: Settings,
    /** What was changed meanwhile, as a sentence begins. */
    private readonly name: string,
  ) {
    this.records = new VersionedRecords('document', schema);
  }

  async find(): Promise<Settings> {
    return (await this.records.find(this.key))?.value ?? this.first;
  }

  /** Answers the settings with their new revision; throws `store-conflict` where somebody else was first. */
  replace(settings: Settings): Promise<Settings> {
    return this.records.update(this.key, (current = this.first) => {
      if (current.revision !== settings.revision)
        throw new Failure('store-conflict', `${this.name} were changed meanwhile.`);
      return { ...settings, revision: settings.revision + 1 };
    });
  }
}
