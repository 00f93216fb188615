import { useId, useState } from 'react';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import type { NoticeSettingsView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Dialog } from '../../components/dialog';

interface NoticeFormProps {
  readonly settings: NoticeSettingsView;
  readonly onClose: () => void;
}

/** Chooses the work item through which Jira mails people, or none. */
export default function NoticeForm({ settings, onClose }: NoticeFormProps) {
  const id = useId();
  const client = useQueryClient();
  const [key, setKey] = useState(settings.workItem ?? '');
  const readAgain = () => {
    for (const stale of ['getNoticeSettings', 'getSafetyGate', 'listEvidence'])
      void client.invalidateQueries({ queryKey: [stale] });
  };
  const save = useCommand('saveNoticeSettings', ({ workItem }) => {
    readAgain();
    onClose();
    tell('success', workItem ? `People are mailed through ${workItem} from now on` : 'Nobody is mailed from now on');
  });
  const wanted = key.trim() === '' ? null : key.trim();
  return (
    <Dialog
      title="Work item for notices"
      action="Save"
      isReady={wanted !== settings.workItem}
      isBusy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(
          { workItem: wanted, revision: settings.revision },
          { onError: (error) => failureOf(error).code === 'conflict' && readAgain() },
        )
      }
    >
      <p>
        Jira has no mail of its own for apps: it mails people about a work item, and only those who can open it. Make
        one for this purpose in a project that everybody may browse.
      </p>
      <div>
        <Label htmlFor={id}>Key of the work item</Label>
        <Textfield
          id={id}
          autoComplete="off"
          maxLength={255}
          aria-describedby={`${id}-help`}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <div id={`${id}-help`}>
          <HelperMessage>Like ABC-123. Leave it empty to mail nobody.</HelperMessage>
        </div>
      </div>
    </Dialog>
  );
}
