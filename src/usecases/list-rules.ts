import type { ProfileId } from '../domain/identifiers';
import type { ReclamationRule } from '../domain/reclamation-rule';
import { isOpen } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { readCandidateTable } from './candidate-table';
import { heldBecause } from './preview-rule';

export interface ListedRule {
  readonly rule: ReclamationRule;
  readonly openCandidates: number;
  readonly wouldPropose: number;
  readonly held: string | null;
}

/** The rules of a profile with what they have proposed. */
export async function listRules(
  profileId: ProfileId,
  ports: Pick<Ports, 'rules' | 'candidates' | 'positions' | 'activity' | 'clock'>,
): Promise<ListedRule[]> {
  const [rules, lines, position, coverage] = await Promise.all([
    ports.rules.list(profileId),
    readCandidateTable(profileId, ports.candidates),
    ports.positions.find(profileId),
    ports.activity.findCoverage(profileId),
  ]);
  const open = lines.filter(({ state }) => isOpen(state));
  return rules.map((rule) => ({
    rule,
    openCandidates: open.filter(({ roleKey }) => roleKey === rule.roleKey).length,
    wouldPropose: position?.byRole.find(({ roleKey }) => roleKey === rule.roleKey)?.wouldPropose ?? 0,
    held: heldBecause(rule, { coverage, now: ports.clock.now() }),
  }));
}
