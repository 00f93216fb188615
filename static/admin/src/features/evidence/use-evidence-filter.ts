import { useSearchParams } from 'react-router-dom';
import type { Input } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { fromWallTime } from '../../components/zoned';

const NAMES = ['kind', 'about', 'by', 'candidate', 'from', 'to'] as const;
export type FilterName = (typeof NAMES)[number];
export type EvidenceFilter = Omit<Input<'listEvidence'>, 'cursor'>;

export interface AddressFilter {
  readonly get: (name: FilterName) => string;
  readonly set: (name: FilterName, value: string | null) => void;
  readonly clear: () => void;
  readonly isSet: boolean;
  /** What the server is asked for. */
  readonly filter: EvidenceFilter;
}

const CANDIDATE = /^RC\d{7,}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter as the address has it, so that a filtered log can be bookmarked and sent. Days are those of the person's zone. */
export function useEvidenceFilter(): AddressFilter {
  const [params, setParams] = useSearchParams();
  const { timeZone } = useFormat().viewer;
  const get = (name: FilterName) => params.get(name) ?? '';
  const write = (change: (next: URLSearchParams) => void) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        change(next);
        return next;
      },
      { replace: true },
    );
  return {
    get,
    set: (name, value) => write((next) => (value ? next.set(name, value) : next.delete(name))),
    clear: () => write((next) => NAMES.forEach((name) => next.delete(name))),
    isSet: NAMES.some((name) => params.has(name)),
    filter: filterOf(get, timeZone),
  };
}

/** Leaves out what is not written completely yet. */
export function filterOf(get: (name: FilterName) => string, timeZone: string): EvidenceFilter {
  const candidate = get('candidate').trim().toUpperCase();
  const from = DAY.test(get('from')) ? fromWallTime(`${get('from')}T00:00`, timeZone) : undefined;
  const to = DAY.test(get('to')) ? fromWallTime(`${get('to')}T23:59`, timeZone) : undefined;
  return {
    ...(get('kind') ? { kind: get('kind') } : {}),
    ...(get('about') ? { subject: get('about') } : {}),
    ...(get('by') ? { by: get('by') } : {}),
    ...(CANDIDATE.test(candidate) ? { candidate } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to: endOfMinute(to) } : {}),
  };
}

function endOfMinute(instant: string): string {
  return new Date(Date.parse(instant) + 59_999).toISOString();
}
