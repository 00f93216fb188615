import type { AccountId, ProfileId } from '../domain/identifiers';
import { isCovered, type KeptBecause, type ReclamationRule } from '../domain/reclamation-rule';
import { isOpen } from '../domain/removal-candidate';
import type { Ports } from '../ports/ports';
import { readCandidateTable } from './candidate-table';
import {
  BUCKETS_TOGETHER,
  isProposed,
  judgeBuckets,
  readSetting,
  type Judged,
  together,
  type Setting,
} from './judge-seats';
import { done, NO_SUCH_PROFILE, refuse, type Outcome } from './outcome';
import { NO_SUCH_RULE, type WantedSettings } from './reclamation-rules';
import { notCovered } from './rule-sentences';
import { SeatMap, type Seat } from './seat-map';

export interface RulePreview {
  readonly rule: ReclamationRule;
  readonly seats: number;
  readonly candidates: number;
  readonly more: number;
  readonly fewer: number;
  readonly kept: readonly { readonly because: KeptBecause; readonly seats: number }[];
  readonly held: string | null;
  readonly notes: readonly string[];
  readonly first: readonly {
    readonly accountId: AccountId;
    readonly inactiveDays: number | null;
    readonly isNew: boolean;
  }[];
}

type Needs = Pick<Ports, 'profiles' | 'subscriptions' | 'activity' | 'rules' | 'exclusions' | 'candidates' | 'clock'>;

/** How many people are named. */
const NAMED = 50;
const NOTHING_DOWNLOADED = 'No subscriptions have been downloaded yet, so nobody can be proposed.';

/** What a rule with these settings would propose now, by the very judgement of the evaluation, from stored tables alone. */
export async function previewRule(
  input: { readonly profileId: ProfileId; readonly ruleId: string; readonly settings: WantedSettings },
  ports: Needs,
): Promise<Outcome<RulePreview>> {
  const profile = await ports.profiles.find(input.profileId);
  if (!profile) return refuse('not-found', NO_SUCH_PROFILE);
  const stored = (await ports.rules.list(profile.id)).find(({ id }) => id === input.ruleId);
  if (!stored) return refuse('not-found', NO_SUCH_RULE);
  const rule = { ...stored, ...input.settings };
  const generation = await ports.subscriptions.findCurrent(profile.id);
  if (!generation) return done(summarize(rule, [], [], NOTHING_DOWNLOADED, []));
  const now = ports.clock.now();
  const read = await readSetting(profile, generation, now, ports);
  const setting = { ...read, rules: read.rules.map((each) => (each.id === rule.id ? rule : each)) };
  const [judged, lines] = await Promise.all([
    judgeAll(setting, rule, ports),
    readCandidateTable(profile.id, ports.candidates),
  ]);
  const open = lines.filter(({ roleKey, state }) => roleKey === rule.roleKey && isOpen(state));
  return done(summarize(rule, judged, open, heldBecause(rule, setting), notesOn(rule, profile.groupIds)));
}

async function judgeAll(setting: Setting, rule: ReclamationRule, ports: Needs): Promise<Judged[]> {
  const { buckets } = setting.generation;
  const judged: Judged[] = [];
  for (let bucket = 0; bucket < buckets; bucket += BUCKETS_TOGETHER) {
    const part = await judgeBuckets(together(bucket, buckets), setting, ports);
    judged.push(...part.filter(({ subscription }) => subscription.roleKey === rule.roleKey));
  }
  return judged;
}

/** Why a rule proposes nobody whatever people did. */
export function heldBecause(
  rule: ReclamationRule,
  { coverage, now }: Pick<Setting, 'coverage' | 'now'>,
): string | null {
  if (!rule.createCandidates) return null;
  if (!coverage) return 'Activity has not been collected yet, so nobody can be proposed.';
  if (coverage.gaps[0] !== undefined) return `Activity could not be read completely. ${coverage.gaps[0]}`;
  return isCovered(coverage, rule.lastActivityThresholdDays, now) ? null : notCovered(rule, coverage);
}

function notesOn(rule: ReclamationRule, selected: readonly string[]): string[] {
  return rule.protectedGroupIds.some((id) => !selected.includes(id))
    ? [
        'Members of protected groups outside the profile’s selection are looked up at the evaluation, so there may be fewer.',
      ]
    : [];
}

function summarize(
  rule: ReclamationRule,
  judged: readonly Judged[],
  open: readonly Seat[],
  held: string | null,
  notes: readonly string[],
): RulePreview {
  const proposed = judged.filter(isProposed);
  const seats = SeatMap.of(proposed.map(({ subscription }) => subscription));
  const before = SeatMap.of(open);
  const isNew = (each: Judged) => !before.has(each.subscription);
  const longestFirst = [...proposed].sort((a, b) => a.decision.silentSince - b.decision.silentSince);
  return {
    rule,
    seats: judged.length,
    candidates: proposed.length,
    more: proposed.filter(isNew).length,
    fewer: open.filter((seat) => !seats.has(seat)).length,
    kept: keptBecause(judged),
    held,
    notes,
    first: longestFirst.slice(0, NAMED).map((each) => ({
      accountId: each.subscription.accountId,
      inactiveDays: each.decision.inactiveDays,
      isNew: isNew(each),
    })),
  };
}

function keptBecause(judged: readonly Judged[]): RulePreview['kept'] {
  const counts = new Map<KeptBecause, number>();
  for (const { decision } of judged) {
    if (decision.kind === 'keep') counts.set(decision.because, (counts.get(decision.because) ?? 0) + 1);
  }
  return [...counts].map(([because, seats]) => ({ because, seats })).sort((a, b) => b.seats - a.seats);
}
