import type { AccountId } from '../../domain/identifiers';
import { withAnswer, withoutBegun, type Finding, type SiteKnowledge } from '../../domain/site-check/answers';
import type { SiteCheck } from '../../domain/site-check/checks';
import type { Ports } from '../../ports/ports';

export type RecordNeeds = Pick<Ports, 'siteChecks' | 'evidence' | 'clock'>;

/** Keeps what a check found as the site's current answer and in the evidence; the check is over. */
export async function recordAnswer<Check extends SiteCheck>(
  check: Check,
  { outcome, facts }: Finding<Check>,
  by: AccountId | null,
  ports: RecordNeeds,
  alsoChange: (site: SiteKnowledge) => SiteKnowledge = (site) => site,
): Promise<SiteKnowledge> {
  const at = ports.clock.now();
  const site = await ports.siteChecks.update((before) =>
    alsoChange(withAnswer(withoutBegun(before, check), check, { outcome, facts, at, by })),
  );
  const details = { check, outcome, facts };
  const text = `${check}: ${outcome}`; // codes, as everything about site checks is stored
  await ports.evidence.append({ kind: 'site-checked', at, by, subject: null, candidate: null, text, details });
  return site;
}
