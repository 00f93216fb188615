import { call } from '../../api/call';
import type { ListForm } from '../../components/export/list-file';
import { saveList, type Saving } from '../../components/export/save-list';
import { candidateColumns, type ListKnowledge } from './candidate-file-columns';
import { sortCandidates } from './sort-candidates';
import type { ListedCandidate } from './use-candidate-rows';
import type { ListAddress } from './use-list-address';

/** Saves the candidates that the filter leaves, in the order of the list. */
export async function saveCandidates(
  form: ListForm,
  { rows, address, ...knowledge }: ListKnowledge & { rows: readonly ListedCandidate[]; address: ListAddress },
  saving: Saving,
): Promise<string> {
  const ids = [...new Set(rows.map(({ profileId }) => profileId))];
  const rules = await Promise.all(ids.map((profileId) => call('listReclamationRules', { profileId })));
  const columns = candidateColumns(
    knowledge,
    rules.flatMap((each) => each.rules),
  );
  const { text: q, app, flag, sort } = address;
  const filters = Object.fromEntries(
    Object.entries({ q: q.trim(), app, flag }).flatMap(([k, v]) => (v ? [[k, v]] : [])),
  );
  const sorted = sortCandidates(rows, sort, knowledge.costOf);
  return saveList({ form, what: 'removal-candidates', columns, rows: sorted, filters }, saving);
}
