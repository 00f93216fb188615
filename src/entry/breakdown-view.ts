import { addCounts, LAST_SEEN_AS, type ActivityBreakdown, type SeatCounts } from '../domain/activity-breakdown';
import { toIso } from '../domain/instant';
import { ACTIVITY_SPANS } from '../domain/license-position';
import { labeled, type SoftwareModel } from '../domain/software-model';
import type { ActivityBreakdownView, BreakdownRow } from '../shared/contract';
import type { ProfileBreakdown } from '../usecases/read-breakdowns';

/** The counts of all profiles in one, with names. */
export function breakdownView(
  all: readonly ProfileBreakdown[],
  models: readonly SoftwareModel[],
): ActivityBreakdownView {
  const roles = new Map(all.flatMap(({ generation }) => generation.roles.map(({ key, name }) => [key, name])));
  const groups = new Map(all.flatMap(({ generation }) => generation.groups.map(({ id, name }) => [id, name])));
  const rows = (pick: keyof ActivityBreakdown, nameOf: (key: string) => string) =>
    [...summed(all, pick)]
      .map(([key, counts]) => rowOf(key, nameOf(key), counts))
      .sort((a, b) => b.seats - a.seats || (a.name < b.name ? -1 : 1));
  return {
    at: all.length === 0 ? null : toIso(Math.min(...all.map(({ position }) => position.at))),
    byRole: rows('byRole', (key) => labeled({ key, name: roles.get(key) ?? key }, models).name),
    byGroup: rows('byGroup', (id) => groups.get(id) ?? id),
    byClass: rows('bySeenAs', (key) => key),
  };
}

function summed(all: readonly ProfileBreakdown[], pick: keyof ActivityBreakdown): Map<string, SeatCounts> {
  const sums = new Map<string, SeatCounts>();
  for (const { position } of all)
    for (const row of position.breakdown?.[pick] ?? []) sums.set(row.key, addCounts(sums.get(row.key), row));
  return sums;
}

function rowOf(key: string, name: string, { seats, spans, seenAs }: SeatCounts): BreakdownRow {
  return { key, name, seats, spans: named(ACTIVITY_SPANS, spans), seenAs: named(LAST_SEEN_AS, seenAs) };
}

function named<Name extends string>(names: readonly Name[], numbers: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, n) => [name, numbers[n] ?? 0])) as Record<Name, number>;
}
