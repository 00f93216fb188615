import { useState } from 'react';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useNavigate } from 'react-router-dom';
import type { DeletePreview, ProfileView } from '../../../../../../src/shared/contract';
import { dropLeaveGuard } from '../../../api/leave-guard';
import { useAnswer } from '../../../api/queries';
import { Dialog } from '../../../components/dialog';
import { useFormat } from '../../../components/format';
import { Loaded } from '../../../components/loaded';
import { TextSkeleton } from '../../../components/skeletons';
import styles from '../profiles.module.css';
import { useDeleteProfile } from '../use-profile-commands';

interface DeleteDialogProps {
  readonly profile: ProfileView;
  readonly onClose: () => void;
}

/** Says what deleting takes away and what it keeps; the profile's name has to be typed. */
export function DeleteDialog({ profile, onClose }: DeleteDialogProps) {
  const { id, revision, displayName } = profile;
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const preview = useAnswer('previewDelete', { profileId: id });
  const remove = useDeleteProfile(profile, () => {
    dropLeaveGuard();
    navigate('/profiles', { replace: true });
  });
  return (
    <Dialog
      title={`Delete ${displayName}?`}
      tone="danger"
      action="Delete profile"
      actionTone="danger"
      isReady={typed.trim() === displayName && preview.data !== undefined}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onSubmit={() => remove.mutate({ profileId: id, revision })}
    >
      <Loaded query={preview} skeleton={<TextSkeleton lines={4} />}>
        {(counts) => <Consequences counts={counts} />}
      </Loaded>
      <div>
        <Label htmlFor="typed-name">Type “{displayName}” to confirm</Label>
        <Textfield
          id="typed-name"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

function Consequences({ counts }: { readonly counts: DeletePreview }) {
  const { count } = useFormat();
  const { seats, people, openCandidates, takenBack, jobs, keptRules } = counts;
  return (
    <>
      <div>
        <p>This is deleted and can’t be undone:</p>
        <ul className={styles.bullets}>
          <li>
            {count(seats, 'subscription', 'subscriptions')} of {count(people, 'person', 'people')} in this app. Nobody
            loses a seat in Jira.
          </li>
          <li>{count(jobs, 'scheduled job', 'scheduled jobs')}.</li>
          <li>
            {count(openCandidates, 'open removal candidate is', 'open removal candidates are')} closed as skipped.
          </li>
          {takenBack > 0 ? (
            <li>
              The way back: {count(takenBack, 'seat that was taken back', 'seats that were taken back')} can’t be
              restored with this app afterwards. Restore first whoever needs one.
            </li>
          ) : null}
        </ul>
      </div>
      <p>
        {count(keptRules, 'reclamation rule is', 'reclamation rules are')} kept, and so are the evidence and the closed
        candidates.
      </p>
    </>
  );
}
