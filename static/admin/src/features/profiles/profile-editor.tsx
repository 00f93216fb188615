import { useState } from 'react';
import type { ProfileView } from '../../../../../src/shared/contract';
import { dropLeaveGuard } from '../../api/leave-guard';
import { useNow } from '../../api/now';
import { useAnswer } from '../../api/queries';
import { BrowserDownloads } from '../../components/browser-download/browser-downloads';
import { Columns } from '../../components/layout';
import { LeaveWarning } from '../../components/leave-warning';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { ConflictNotice } from './form/conflict-notice';
import { ProfileForm } from './form/profile-form';
import { ProfileHealth } from './health/profile-health';
import { problemsOf } from './model/draft-problems';
import type { ProfileDraft } from './model/profile-draft';
import { NextStep } from './next-step';
import { ProfileActions } from './profile-actions';
import { ProfileTabs } from './profile-tabs';
import { ProfilesTrail } from './profiles-trail';
import { isConflict, useProfileCommands } from './use-profile-commands';
import { useProfileEditor } from './use-profile-editor';

interface ProfileEditorProps {
  /** The newest version the page knows; undefined for a new profile. */
  readonly profile: ProfileView | undefined;
  readonly initial: ProfileDraft;
  readonly tab?: string | undefined;
  /** Why the newest version could not be read. */
  readonly error?: unknown;
  readonly onCreated?: (created: ProfileView) => void;
}

/** A profile as it is edited: its form, its health, what is next, and its related lists. */
export function ProfileEditor({ profile, initial, tab, error, onCreated }: ProfileEditorProps) {
  const editor = useProfileEditor(profile, initial);
  const [isTouched, setTouched] = useState(false);
  const commands = useProfileCommands((saved) => {
    editor.adopt(saved);
    setTouched(false);
    dropLeaveGuard();
    onCreated?.(saved);
  });
  const problems = useProblems(editor);
  const mayChange = useMay('integrator') === true;
  const { base, draft, isDirty, differences } = editor;
  const failure = commands.save.error ?? commands.validate.error ?? error;
  const home = `/profiles/${base?.id ?? 'new'}`;
  const form = { base, draft, problems, isDisabled: !mayChange || commands.save.isPending };
  const details = (
    <Columns
      main={
        <ProfileForm
          {...form}
          onChange={(part) => {
            setTouched(true);
            editor.change(part);
          }}
        />
      }
      side={<ProfileHealth profile={base} isDirty={isDirty} commands={commands} />}
    />
  );
  return (
    <Page
      title={base?.displayName ?? 'New integration profile'}
      breadcrumbs={<ProfilesTrail />}
      actions={<ProfileActions editor={editor} problems={problems} commands={commands} mayChange={mayChange} />}
    >
      <LeaveWarning
        isDirty={isDirty && isTouched && !commands.save.isPending}
        what="your changes of this profile"
        stays={(pathname) => pathname === home || pathname.startsWith(`${home}/`)}
      />
      <RoleNotice role="integrator" />
      {failure && !isConflict(failure) ? <Problem error={failure} /> : null}
      <ConflictNotice editor={editor} wasRefused={isConflict(commands.save.error) && differences.length === 0} />
      {mayChange ? (
        <NextStep profile={base} isDirty={isDirty} hasProblems={Object.keys(problems).length > 0} commands={commands} />
      ) : null}
      {base ? <BrowserDownloads profileId={base.id} /> : null}
      {base ? (
        <ProfileTabs profile={base} tab={tab}>
          {details}
        </ProfileTabs>
      ) : (
        details
      )}
    </Page>
  );
}

function useProblems({ base, draft }: ReturnType<typeof useProfileEditor>) {
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  const profiles = useAnswer('listProfiles', {}).data?.profiles ?? [];
  const others = profiles.filter(({ id }) => id !== base?.id);
  return problemsOf(draft, { base, others, groups, now: useNow() });
}
