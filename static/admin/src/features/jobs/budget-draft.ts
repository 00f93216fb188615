import type { PointBudgetView } from '../../../../../src/shared/contract';

/** How full this hour's budget is, 0 to 1. */
export function shareUsed({ spentThisHour, budgetPoints }: PointBudgetView): number {
  return Math.min(1, spentThisHour / budgetPoints);
}

/** `40,000`, `40.000`, `40 000` and `40000` are whole numbers; null for anything that could be misread. */
export function parsePoints(text: string): number | null {
  const plain = text.trim();
  const isGrouped = /^\d{1,3}([.,\s’'\u202f\u00a0])\d{3}$/.test(plain);
  const digits = isGrouped ? plain.replace(/\D/g, '') : plain;
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** Whether so many points can be asked for; the app checks again. */
export function isAllowed(points: number | null, { minimum, maximum }: PointBudgetView): points is number {
  return points !== null && points >= minimum && points <= maximum;
}
