import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { failureOf } from '../../api/call';
import { useNow } from '../../api/now';
import { Row } from '../layout';
import type { ListForm } from './list-file';
import type { Saving } from './save-list';

interface ExportButtonsProps {
  readonly isDisabled?: boolean;
  /** Makes the file and gives it to the browser; answers what was saved. Its code is loaded when it is wanted. */
  readonly save: (form: ListForm, saving: Saving) => Promise<string>;
}

const FORMS = [
  ['csv', 'Export CSV'],
  ['json', 'Export JSON'],
] as const;

/** Saves a list as a file for spreadsheets or for programs, and says how far that is and what came of it. */
export function ExportButtons({ isDisabled = false, save }: ExportButtonsProps) {
  const client = useQueryClient();
  const now = useNow();
  const [busy, setBusy] = useState<ListForm | null>(null);
  const [text, setText] = useState('');
  const start = async (form: ListForm) => {
    setBusy(form);
    setText('');
    try {
      setText(await save(form, { client, now, tell: setText }));
    } catch (error) {
      setText(`Nothing was saved. ${failureOf(error).message}`);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Row>
      {FORMS.map(([form, label]) => (
        <Button
          key={form}
          appearance="subtle"
          spacing="compact"
          isLoading={busy === form}
          isDisabled={isDisabled || busy !== null}
          onClick={() => void start(form)}
        >
          {label}
        </Button>
      ))}
      <span role="status">{text}</span>
    </Row>
  );
}
