import { NOTHING_TRIED, type SiteKnowledge } from '../../src/domain/site-check/answers';
import type { SiteCheckStore } from '../../src/ports/site-check';
import { jsonCopy } from './json-copy';

export class MemorySiteCheckStore implements SiteCheckStore {
  private site = NOTHING_TRIED;

  find(): Promise<SiteKnowledge> {
    return Promise.resolve(jsonCopy(this.site));
  }

  update(change: (site: SiteKnowledge) => SiteKnowledge): Promise<SiteKnowledge> {
    this.site = jsonCopy(change(this.site));
    return this.find();
  }
}
