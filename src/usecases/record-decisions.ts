import { ENTRIES_TOGETHER, type EvidenceFacts } from '../domain/evidence';
import type { AccountId, ProfileId, RunId } from '../domain/identifiers';
import { toIso, type Instant } from '../domain/instant';
import type { RemovalCandidate } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import type { CandidateLine } from '../ports/stores';
import type { Opening, Settled } from './candidate-changes';

/** Candidates of one entry: some 30 kilobytes at most, however many an evaluation decides. */
const PORTION = 100;

type Needs = Pick<Ports, 'evidence' | 'sha256'>;

/** What all decisions of one run share. */
export interface Deciding {
  /** What decided. */
  readonly who: string;
  /** Who asked for it; null: the schedule. */
  readonly by: AccountId | null;
  readonly profileId: ProfileId;
  /** Null: a person did at the page. */
  readonly runId: RunId | null;
  readonly at: Instant;
}

/**
 * Records which candidates an evaluation opened, many to an entry: one entry each would take a large site hours. Their numbers
 * name them: whose they are is told by the candidates, where it can be erased.
 */
export async function recordOpened(by: Deciding, openings: readonly Opening[], ports: Needs): Promise<void> {
  const opened = openings.map(({ number, judged }) => {
    const { subscription, decision, rule } = judged;
    const { roleKey } = subscription;
    const proposal = { ...decision, ruleId: rule.id, thresholdDays: rule.lastActivityThresholdDays };
    return { number, roleKey, ...whyProposed(proposal) };
  });
  await record(by, 'opened', opened, ports);
}

/** By which rule a candidate was proposed, and what silence it was about. */
function whyProposed({ ruleId, thresholdDays, silentSince, inactiveDays }: Proposal) {
  return { ruleId, thresholdDays, silentSince: toIso(silentSince), inactiveDays };
}

type Proposal = Pick<RemovalCandidate, 'ruleId' | 'thresholdDays' | 'silentSince' | 'inactiveDays'>;

/** Records which candidates an evaluation closed; `lines` tell whom they are about, the records why they had been proposed. */
export async function recordClosed(
  by: Deciding,
  { states, records }: Settled,
  lines: readonly CandidateLine[],
  ports: Needs,
): Promise<void> {
  const closed = lines.flatMap(({ number, roleKey }) => {
    const state = states.get(number);
    const record = records.get(number);
    return state === undefined ? [] : [{ number, roleKey, state, ...(record ? whyProposed(record) : {}) }];
  });
  await record(by, 'closed', closed, ports);
}

/** Records which candidates can be taken back again, because what stood in the way is gone. */
export async function recordMended(by: Deciding, candidates: readonly RemovalCandidate[], ports: Needs): Promise<void> {
  const mended = candidates.map(({ number, roleKey }) => ({ number, roleKey }));
  await record(by, 'mended', mended, ports);
}

const SAID = {
  opened: (who: string, count: string) => `${who} opened ${count}.`,
  closed: (who: string, count: string) => `${who} closed ${count}.`,
  mended: (who: string, count: string) => `${who} made ${count} ready again.`,
} as const;

/** Named by what was decided: a burst that is repeated after a crash decides the same, and it is told once. */
async function record(
  { who, by, profileId, runId, at }: Deciding,
  what: keyof typeof SAID,
  decided: readonly object[],
  { evidence, sha256 }: Needs,
): Promise<void> {
  const entries: EvidenceFacts[] = [];
  for (let start = 0; start < decided.length; start += PORTION) {
    const portion = decided.slice(start, start + PORTION);
    const count = portion.length === 1 ? '1 removal candidate' : `${portion.length} removal candidates`;
    const details = { profileId, runId, opened: [], closed: [], [what]: portion };
    const text = SAID[what](who, count);
    entries.push({ kind: 'candidates-decided', at, by, subject: null, candidate: null, text, details });
  }
  for (let start = 0; start < entries.length; start += ENTRIES_TOGETHER) {
    const some = entries.slice(start, start + ENTRIES_TOGETHER);
    await evidence.appendTogether(some, `${runId ?? profileId}.${what}.${sha256(JSON.stringify(some)).slice(0, 24)}`);
  }
}
