import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useAnswer } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Problem } from '../../components/problem';
import { estimateDownload } from './estimate';
import type { ProfileDraft } from './profile-draft';
import styles from './profiles.module.css';

interface PublishDialogProps {
  readonly draft: ProfileDraft;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what publishing starts, and asks. */
export function PublishDialog({ draft, isBusy, error, onConfirm, onClose }: PublishDialogProps) {
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Publish {draft.displayName}?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {error ? <Problem error={error} /> : null}
        <p>This starts at once and repeats every day:</p>
        <ul className={styles.bullets}>
          <li>Subscriptions are downloaded from {draft.groupIds.length} groups.</li>
          {draft.downloadActivity ? <li>Activity of these people is read and kept up to date.</li> : null}
          <li>Removal candidates are proposed for people without activity. Nobody is removed by publishing.</li>
          {draft.reclaim ? (
            <li>You become the reclaim operator: seats are taken back in your name, when asked for.</li>
          ) : null}
        </ul>
        <DownloadEstimate groups={draft.groupIds.length} />
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" isLoading={isBusy} onClick={onConfirm}>
          OK
        </Button>
      </ModalFooter>
    </Modal>
  );
}

/** What the first download will about take and cost. */
export function DownloadEstimate({ groups }: { readonly groups: number }) {
  const format = useFormat();
  const roles = useAnswer('listJiraGroups', {}).data?.roles;
  if (!roles) return null;
  const { seats, requests, points, milliseconds } = estimateDownload(roles, groups);
  return (
    <p>
      Estimate for the first download: {format.count(seats, 'seat', 'seats')}, about {format.number(requests)} requests
      and {format.number(points)} of the app’s points in Jira’s hourly limit, about {format.duration(milliseconds)}.
      Activity comes on top; it depends on how busy the site was, and stops and goes on by itself when an hour’s points
      are used up.
    </p>
  );
}
