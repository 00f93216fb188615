import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { PersonName } from '../../../components/person';

export type OperatorChange = 'authorize' | 'revoke';

interface OperatorDialogProps {
  readonly profile: ProfileView;
  readonly change: OperatorChange;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before somebody acts, or no longer acts, in the background. */
export function OperatorDialog({ profile, change, isBusy, onConfirm, onClose }: OperatorDialogProps) {
  const { operator, displayName } = profile;
  const isRevoke = change === 'revoke';
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>{isRevoke ? 'Revoke the reclaim operator?' : 'Become the reclaim operator?'}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {isRevoke ? (
          <p>
            Nothing of {displayName} is taken back in the background from now on; a job that runs stops before the next
            person. Downloads and activity go on.
          </p>
        ) : (
          <p>
            You allow the app to take seats of {displayName} back in your name when somebody asks for it, also while you
            are away. Jira’s audit log names you. You need to be a site administrator, and can revoke it at any time.
            {operator ? (
              <>
                {' '}
                You replace <PersonName accountId={operator.accountId} />.
              </>
            ) : null}
          </p>
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance={isRevoke ? 'warning' : 'primary'} isLoading={isBusy} onClick={onConfirm}>
          {isRevoke ? 'Revoke' : 'Authorize me'}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
