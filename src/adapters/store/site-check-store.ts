import { z } from 'zod';
import { NOTHING_TRIED, type SiteKnowledge } from '../../domain/site-check/answers';
import { OUTCOMES, SITE_CHECK_NAMES, type SiteCheck } from '../../domain/site-check/checks';
import type { SiteCheckStore } from '../../ports/site-check';
import { VersionedRecords } from './versioned-records';

const KEY = 'site-checks';

const check = z.enum(SITE_CHECK_NAMES as [SiteCheck, ...SiteCheck[]]);
const ofPerson = { at: z.number(), by: z.string() } as const;
const Answer = z.object({
  outcome: z.enum(Object.values(OUTCOMES).flat()),
  facts: z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])),
  at: z.number(),
  by: z.string().nullable(),
});
const Begun = z.discriminatedUnion('kind', [
  z.object({
    ...ofPerson,
    kind: z.literal('group-write'),
    check: z.enum(['group-write-present', 'group-write-background']),
    groupId: z.string(),
    stage: z.enum(['trying', 'cleanup']),
  }),
  z.object({
    ...ofPerson,
    kind: z.literal('job-memory'),
    check: z.literal('job-memory'),
    seats: z.number(),
    rounds: z.number(),
    attempts: z.number(),
    peakMb: z.number(),
  }),
  z.object({
    ...ofPerson,
    kind: z.literal('watch'),
    check: z.enum(['work-events', 'work-item-views', 'board-views', 'list-views']),
    listensFrom: z.number(),
    until: z.number(),
    heard: z.object({ at: z.number(), copies: z.number() }).nullable(),
  }),
]);
const Site: z.ZodType<SiteKnowledge> = z.object({
  answers: z.partialRecord(check, Answer),
  begun: z.array(Begun),
  opened: z.array(z.string()),
  openedBy: z.object({ accountId: z.string(), others: z.boolean() }).nullable(),
  lifecycleEvent: z.enum(['with-type', 'without-type']).nullable(),
});

/** `site-checks` → what was found by trying on this site. */
export class KvsSiteCheckStore implements SiteCheckStore {
  private readonly records = new VersionedRecords('document', Site);

  async find(): Promise<SiteKnowledge> {
    return (await this.records.find(KEY))?.value ?? NOTHING_TRIED;
  }

  update(change: (site: SiteKnowledge) => SiteKnowledge): Promise<SiteKnowledge> {
    return this.records.update(KEY, (before = NOTHING_TRIED) => change(before));
  }
}
