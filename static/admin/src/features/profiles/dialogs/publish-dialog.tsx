import type { ProfileView } from '../../../../../../src/shared/contract';
import { useReadHere } from '../../../components/browser-download/read-here-choice';
import { Dialog } from '../../../components/dialog';
import { PersonName } from '../../../components/person';
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
    <Dialog
      title={`Publish ${displayName}?`}
      width="medium"
      action="Publish"
      isBusy={publish.isPending}
      error={publish.error}
      onClose={onClose}
      onSubmit={() => publish.mutate({ profileId: id, revision, ...readHere.input }, { onSuccess: onClose })}
    >
      <PublishCosts profileId={id} />
      {readHere.choice}
      <p>
        Removal candidates are proposed for people without activity. <strong>Nobody is removed by publishing.</strong>
      </p>
      {profile.reclaim ? <OperatorAfterwards profile={profile} /> : null}
    </Dialog>
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
