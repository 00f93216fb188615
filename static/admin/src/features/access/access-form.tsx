import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { AppRolesView } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { Row } from '../../components/layout';
import { LeaveWarning } from '../../components/leave-warning';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { Problem } from '../../components/problem';
import { Section } from '../../components/section';
import { CardsSkeleton } from '../../components/skeletons';
import { GIVEN_ROLES, repeated } from './access-draft';
import { GroupPicker } from './group-picker';
import { useAccessEditor } from './use-access-editor';

interface AccessFormProps {
  readonly latest: AppRolesView;
  readonly error: unknown;
  readonly lead: string;
}

/** The groups of each role, and Save. */
export function AccessForm({ latest, error, lead }: AccessFormProps) {
  const editor = useAccessEditor(latest);
  const { draft, isDirty, wasMerged, save, send, change, discard } = editor;
  const groups = useAnswer('listJiraGroups', {});
  const failure = wasMerged ? error : (save.error ?? error);
  const actions = (
    <Row>
      <Button appearance="primary" isDisabled={!isDirty} isLoading={save.isPending} onClick={send}>
        Save
      </Button>
      {isDirty ? (
        <Button appearance="subtle" onClick={discard}>
          Discard changes
        </Button>
      ) : null}
    </Row>
  );
  return (
    <Page title="Access" lead={lead} actions={actions}>
      <LeaveWarning isDirty={isDirty} what="your changes of the roles" stays={(pathname) => pathname === '/access'} />
      {failure ? <Problem error={failure} /> : null}
      {wasMerged ? (
        <div role="alert">
          <SectionMessage appearance="warning" title="Somebody else changed the roles meanwhile">
            Nothing was saved over. You now see their groups with your changes on top. Look at them, then save again.
          </SectionMessage>
        </div>
      ) : null}
      <Loaded query={groups} skeleton={<CardsSkeleton cards={1} height={360} />}>
        {({ groups: all }) => (
          <>
            {GIVEN_ROLES.map(({ field, name, may }) => (
              <Section key={field} title={name} description={may} isCard>
                <GroupPicker
                  label={`Groups with the role ${name}`}
                  groups={all}
                  selected={draft[field]}
                  isDisabled={save.isPending}
                  onChange={(ids) => change({ [field]: ids })}
                />
              </Section>
            ))}
            {repeated(draft).map(({ groupId, counts }) => (
              <SectionMessage key={groupId} appearance="information">
                {all.find(({ id }) => id === groupId)?.name ?? groupId} is named for several roles: {counts} counts, the
                lower ones add nothing.
              </SectionMessage>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
