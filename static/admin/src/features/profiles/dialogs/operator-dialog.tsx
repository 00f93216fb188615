import type { ProfileView } from '../../../../../../src/shared/contract';
import { Dialog } from '../../../components/dialog';
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
    <Dialog
      title={isRevoke ? 'Revoke the reclaim operator?' : 'Become the reclaim operator?'}
      action={isRevoke ? 'Revoke' : 'Authorize me'}
      actionTone={isRevoke ? 'warning' : 'primary'}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={onConfirm}
    >
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
    </Dialog>
  );
}
