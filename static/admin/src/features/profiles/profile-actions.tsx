import { useState } from 'react';
import Button, { type ButtonProps } from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { Row } from '../../components/layout';
import { DeleteDialog } from './dialogs/delete-dialog';
import { PublishDialog } from './dialogs/publish-dialog';
import { UnpublishDialog } from './dialogs/unpublish-dialog';
import type { Problems } from './model/draft-problems';
import { draftOf, inputOf } from './model/profile-draft';
import type { ProfileCommands } from './use-profile-commands';
import type { ProfileEditor } from './use-profile-editor';

interface ProfileActionsProps {
  readonly editor: ProfileEditor;
  readonly problems: Problems;
  readonly commands: ProfileCommands;
  readonly mayChange: boolean;
}

type Dialog = 'publish' | 'unpublish' | 'delete' | null;

/** Save, validate, publish, delete; the one that comes next is the primary one. */
export function ProfileActions({ editor, problems, commands, mayChange }: ProfileActionsProps) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { base, draft, isDirty } = editor;
  const { save, validate } = commands;
  const next = isDirty ? 'save' : base?.canPublish ? 'publish' : base?.status === 'Draft' ? 'validate' : null;
  const look = (step: string): ButtonProps['appearance'] => (step === next ? 'primary' : 'default');
  const isBusy = !mayChange || save.isPending || validate.isPending || commands.publish.isPending;
  const close = () => setDialog(null);
  const send = () => save.mutate(inputOf(draft, base), { onSettled: close });
  const unpublishes = base?.status === 'Published' && base.downloadActivity && !draft.downloadActivity;
  const asksValidation = base && (base.status === 'Draft' || base.validation?.stale !== false);
  return (
    <Row>
      <Button
        appearance={look('save')}
        isDisabled={!isDirty || isBusy || Object.keys(problems).length > 0}
        isLoading={save.isPending}
        onClick={() => (unpublishes ? setDialog('unpublish') : send())}
      >
        Save
      </Button>
      {base && isDirty ? (
        <Button appearance="subtle" isDisabled={isBusy} onClick={() => editor.change(draftOf(base))}>
          Discard changes
        </Button>
      ) : null}
      {asksValidation ? (
        <Button
          appearance={look('validate')}
          isDisabled={isDirty || isBusy}
          isLoading={validate.isPending}
          onClick={() => validate.mutate({ profileId: base.id })}
        >
          Validate connection
        </Button>
      ) : null}
      {base?.status === 'Draft' ? (
        <Button
          appearance={look('publish')}
          isDisabled={isDirty || isBusy || !base.canPublish}
          onClick={() => setDialog('publish')}
        >
          Publish
        </Button>
      ) : null}
      {base ? (
        <Button appearance="subtle" isDisabled={isBusy} onClick={() => setDialog('delete')}>
          Delete
        </Button>
      ) : null}
      <ModalTransition>
        {dialog === 'publish' && base ? (
          <PublishDialog profile={base} publish={commands.publish} onClose={close} />
        ) : null}
        {dialog === 'unpublish' && base ? (
          <UnpublishDialog profile={base} isBusy={save.isPending} onConfirm={send} onClose={close} />
        ) : null}
        {dialog === 'delete' && base ? <DeleteDialog profile={base} onClose={close} /> : null}
      </ModalTransition>
    </Row>
  );
}
