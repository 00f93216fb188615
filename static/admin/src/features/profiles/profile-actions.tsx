import { useState } from 'react';
import Button, { type ButtonProps } from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { ProfileView } from '../../../../../src/shared/contract';
import { Row } from '../../components/layout';
import { inputOf, isChanged, type ProfileDraft } from './profile-draft';
import { PublishDialog } from './publish-dialog';
import type { useProfileCommands } from './use-profile-commands';

interface ProfileActionsProps {
  readonly profile: ProfileView | undefined;
  readonly draft: ProfileDraft;
  readonly commands: ReturnType<typeof useProfileCommands>;
}

/** Save, validate, publish; the one that comes next is the primary one. */
export function ProfileActions({ profile, draft, commands: { save, validate, publish } }: ProfileActionsProps) {
  const [isPublishing, setPublishing] = useState(false);
  const isDirty = !profile || isChanged(draft, profile);
  const next = isDirty ? 'save' : profile.canPublish ? 'publish' : 'validate';
  const look = (step: string): ButtonProps['appearance'] => (step === next ? 'primary' : 'default');
  const busy = save.isPending || validate.isPending || publish.isPending;
  return (
    <Row>
      <Button
        appearance={look('save')}
        isDisabled={!isDirty || busy || draft.displayName.trim() === ''}
        isLoading={save.isPending}
        onClick={() => save.mutate(inputOf(draft, profile))}
      >
        Save
      </Button>
      <Button
        appearance={profile?.status === 'Published' && !isDirty ? 'default' : look('validate')}
        isDisabled={isDirty || busy}
        isLoading={validate.isPending}
        onClick={() => profile && validate.mutate({ profileId: profile.id })}
      >
        Validate connection
      </Button>
      <Button
        appearance={look('publish')}
        isDisabled={isDirty || busy || !profile.canPublish}
        onClick={() => setPublishing(true)}
      >
        Publish
      </Button>
      <ModalTransition>
        {isPublishing && profile ? (
          <PublishDialog
            draft={draft}
            isBusy={publish.isPending}
            error={publish.error}
            onClose={() => setPublishing(false)}
            onConfirm={() =>
              publish.mutate(
                { profileId: profile.id, revision: profile.revision },
                { onSuccess: () => setPublishing(false) },
              )
            }
          />
        ) : null}
      </ModalTransition>
    </Row>
  );
}
