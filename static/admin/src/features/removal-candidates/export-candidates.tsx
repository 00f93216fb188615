import type { ProfileView } from '../../../../../src/shared/contract';
import { ExportButtons } from '../../components/export/export-buttons';
import { useAppNames } from '../../components/use-app-names';
import type { ListedCandidate } from './use-candidate-rows';
import type { ListAddress } from './use-list-address';
import { useUnitCosts } from './use-unit-costs';

interface ExportCandidatesProps {
  /** Those that the filter leaves. */
  readonly rows: readonly ListedCandidate[];
  readonly profiles: readonly ProfileView[];
  readonly address: ListAddress;
  readonly isDisabled: boolean;
}

/** The list as a file, as it is filtered now. */
export function ExportCandidates({ isDisabled, ...list }: ExportCandidatesProps) {
  const knowledge = { nameOf: useAppNames(), costOf: useUnitCosts() };
  return (
    <ExportButtons
      isDisabled={isDisabled || list.rows.length === 0}
      save={async (form, saving) => {
        const { saveCandidates } = await import('./files');
        return saveCandidates(form, { ...list, ...knowledge }, saving);
      }}
    />
  );
}
