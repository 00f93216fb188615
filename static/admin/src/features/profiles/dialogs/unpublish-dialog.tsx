import type { ProfileView } from '../../../../../../src/shared/contract';
import styles from '../profiles.module.css';
import { Dialog } from '../../../components/dialog';

interface UnpublishDialogProps {
  readonly profile: ProfileView;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what clearing Download activity does to a published profile, and asks. */
export function UnpublishDialog({ profile, isBusy, onConfirm, onClose }: UnpublishDialogProps) {
  const { displayName } = profile;
  return (
    <Dialog
      title={`Save and take ${displayName} back to Draft?`}
      tone="warning"
      action="Save as Draft"
      actionTone="warning"
      isBusy={isBusy}
      focus="cancel"
      onClose={onClose}
      onSubmit={onConfirm}
    >
      <p>You cleared Download activity. When you save:</p>
      <ul className={styles.bullets}>
        <li>The profile goes back to Draft, and its daily refresh stops.</li>
        <li>The job “SAM - Refresh {displayName} Activity” is deleted. Its results stay.</li>
        <li>Open removal candidates stay visible but are frozen: nobody can be removed.</li>
      </ul>
      <p>To go on, validate the connection and publish again.</p>
    </Dialog>
  );
}
