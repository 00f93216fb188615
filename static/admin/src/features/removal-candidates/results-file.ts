import type { RunResult, RunView } from '../../../../../src/shared/contract';
import type { ListForm } from '../../components/export/list-file';
import { saveList, type Saving } from '../../components/export/save-list';
import { resultColumns, type ResultKnowledge } from './results-file-columns';

/** Saves what a run came to, person by person. */
export function saveResults(
  form: ListForm,
  { run, rows, ...knowledge }: ResultKnowledge & { readonly run: RunView; readonly rows: readonly RunResult[] },
  saving: Saving,
): Promise<string> {
  const wish = {
    form,
    what: `results-${run.number}`,
    columns: resultColumns(knowledge),
    rows,
    filters: { run: run.id },
  };
  return saveList(wish, saving);
}
