import type { RoleNumbers } from '../../src/shared/contract';
import type { MeterReading } from './core/meters';
import type { MainJobResult } from './main-job';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The one JSON object of `--once`. */
export function mainJobSummary({ overview, runs, seconds }: MainJobResult, meters: MeterReading) {
  return {
    profile: overview.profiles[0]?.displayName ?? null,
    byRole: Object.fromEntries(overview.byRole.map((role) => [role.roleKey, seatsOf(role)])),
    potentialSavings: overview.savings.amount,
    ...costsOf(meters),
    seconds: round(seconds, 2),
    gaps: [...new Set(runs.flatMap(({ gaps }) => gaps))],
  };
}

/** The same of a job that failed: what it cost all the same, and why there is nothing else. */
export function failedJobSummary(reason: string, seconds: number, meters: MeterReading) {
  const nothing = { profile: null, byRole: {}, potentialSavings: 0 };
  return { ...nothing, ...costsOf(meters), seconds: round(seconds, 2), gaps: [reason] };
}

function costsOf(meters: MeterReading) {
  const calls = Object.values(meters.jira).flatMap((byPrincipal) => Object.values(byPrincipal));
  const functions = Object.values(meters.functions);
  const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  return {
    requests: sum(calls, ({ requests }) => requests),
    points: sum(calls, ({ points }) => points),
    kvsUnits: meters.kvs.readUnits + meters.kvs.writeUnits,
    queuePushes: meters.queue.pushes,
    invocations: sum(functions, ({ invocations }) => invocations),
    gbSeconds: round(
      sum(functions, ({ gbSeconds }) => gbSeconds),
      3,
    ),
    peakMemoryMb: round(meters.peakMemoryMb, 1),
  };
}

const seatsOf = ({ seats, active, inactive, unknown, candidates }: RoleNumbers) => ({
  seats,
  active,
  inactive,
  unknown,
  candidates,
});

/** The same for people. */
export function mainJobReport(result: MainJobResult, meters: MeterReading): string {
  const summary = mainJobSummary(result, meters);
  const { overview, runs } = result;
  const roles = overview.byRole.map(
    ({ name, seats, inactive, unknown, candidates }) =>
      `  ${name}: ${seats} seats, ${inactive} inactive, ${unknown} unknown, ${candidates} removal candidates`,
  );
  const gaps = summary.gaps.map((gap) => `  Not read: ${gap}`);
  return [
    `Profile "${summary.profile}"${result.resumed ? ' (from an earlier run)' : ''}`,
    ...roles,
    `  Potential savings: ${overview.savings.amount} ${overview.savings.currency} a month`,
    ...runs.map(({ name, status, summary: told }) => `  ${name}: ${status}. ${told}`),
    ...gaps,
    `  ${summary.requests} Jira requests, ${summary.points} points, ${summary.kvsUnits} storage units, ` +
      `${summary.queuePushes} queue messages, ${summary.invocations} function invocations, ` +
      `${summary.gbSeconds} GB-seconds, ${summary.peakMemoryMb} MB at most, ${summary.seconds} s`,
  ].join('\n');
}
