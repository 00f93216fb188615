import type { EvidenceRetentionView } from '../../../../../src/shared/contract';

type Bounds = Pick<EvidenceRetentionView, 'leastMonths' | 'mostMonths'>;

/** What somebody entered: months, or null for good; whether it may be saved. */
export function retentionDraft(isLimited: boolean, text: string, { leastMonths, mostMonths }: Bounds) {
  if (!isLimited) return { months: null, isValid: true };
  const months = /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return { months, isValid: months >= leastMonths && months <= mostMonths };
}
