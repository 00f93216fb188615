import { FILTER_NAMES, type SeatFilter } from '../list/filter';
import { jointCoverage } from '../list/joint-coverage';
import type { Source } from '../list/seat';
import type { ExportHeader } from './export-file';

/** What a file says about itself: where its seats are from, what was filtered, and what activity is based on. */
export function exportHeader(
  sources: readonly Source[],
  filter: SeatFilter,
  text: string,
): Omit<ExportHeader, 'generatedAt'> {
  const wanted: SeatFilter = { ...filter, q: text.trim() || null };
  return {
    profiles: sources.map(({ profile: { id, displayName }, table }) => ({
      id,
      name: displayName,
      readAt: table.completedAt,
    })),
    filters: Object.fromEntries(FILTER_NAMES.flatMap((name) => (wanted[name] ? [[name, wanted[name]]] : []))),
    coverage: jointCoverage(sources),
  };
}
