import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { useReadHere } from '../../../components/browser-download/read-here-choice';
import { Stack } from '../../../components/layout';
import { PersonName } from '../../../components/person';
import { Problem } from '../../../components/problem';
import type { ProfileCommands } from '../use-profile-commands';
import { PublishCosts } from './publish-costs';

interface PublishDialogProps {
  readonly profile: ProfileView;
  readonly publish: ProfileCommands['publish'];
  readonly onClose: () => void;
}

/** Says what publishing starts and costs, and asks. */
export function PublishDialog({ profile, publish, onClose }: PublishDialogProps) {
  const { id, revision, displayName } = profile;
  const readHere = useReadHere(id);
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Publish {displayName}?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          {publish.error ? <Problem error={publish.error} /> : null}
          <PublishCosts profileId={id} />
          {readHere.choice}
          <p>
            Removal candidates are proposed for people without activity.{' '}
            <strong>Nobody is removed by publishing.</strong>
          </p>
          {profile.reclaim ? <OperatorAfterwards profile={profile} /> : null}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          isLoading={publish.isPending}
          onClick={() => publish.mutate({ profileId: id, revision, ...readHere.input }, { onSuccess: onClose })}
        >
          Publish
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function OperatorAfterwards({ profile: { reclaimOperator } }: { readonly profile: ProfileView }) {
  if (reclaimOperator)
    return (
      <p>
        <PersonName accountId={reclaimOperator} /> stays the reclaim operator.
      </p>
    );
  return (
    <p>
      If you are a site administrator, you become the reclaim operator: seats are taken back in your name when somebody
      asks for it. You can revoke that at any time.
    </p>
  );
}
