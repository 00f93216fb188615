import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ProfileView } from '../../../../../src/shared/contract';
import type { ProfileCommands } from './use-profile-commands';

interface NextStepProps {
  readonly profile: ProfileView | undefined;
  readonly isDirty: boolean;
  /** Some fields can't be saved as they are. */
  readonly hasProblems: boolean;
  readonly commands: ProfileCommands;
}

/** What comes next on the way to a published profile, or why a published one can't reclaim. */
export function NextStep({ profile, isDirty, hasProblems, commands: { validate } }: NextStepProps) {
  if (isDirty && hasProblems) return <p role="status">Some fields need your attention before you can save.</p>;
  if (profile?.status === 'Published') {
    if (!profile.reclaim || profile.reclaimLock === null) return null;
    const again = (
      <SectionMessageAction key="validate" onClick={() => validate.mutate({ profileId: profile.id })}>
        Validate again
      </SectionMessageAction>
    );
    return (
      <SectionMessage appearance="warning" title="Reclaim is locked" actions={isDirty ? [] : [again]}>
        <p>{profile.reclaimLock}</p>
        <p>Downloads and activity go on; candidates are kept, but nobody can be removed until this is mended.</p>
      </SectionMessage>
    );
  }
  return <p role="status">{wayToPublish(profile, isDirty)}</p>;
}

function wayToPublish(profile: ProfileView | undefined, isDirty: boolean): string {
  if (!profile) return 'Next: save. It makes a draft; nothing is read before you publish.';
  if (isDirty) return 'Next: save your changes.';
  if (profile.canPublish) return 'Next: publish. The connection was validated and nothing changed since.';
  if (!profile.validation)
    return 'Next: validate the connection. Publish is possible once everything needed can be read.';
  if (profile.validation.stale)
    return 'Next: validate the connection again. Its groups or switches changed since the last time.';
  return 'Next: mend what could not be read, then validate the connection again.';
}
