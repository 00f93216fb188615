import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useAnswer } from '../../../api/queries';
import { DataTable, type Column } from '../../../components/data-table';
import { useFormat, type Format } from '../../../components/format';
import { Row, Stack } from '../../../components/layout';
import { withField, type Difference } from '../model/draft-rebase';
import { sameField, type Field, type ProfileDraft } from '../model/profile-draft';
import type { ProfileEditor } from '../use-profile-editor';

const LABELS: Readonly<Record<Field, string>> = {
  displayName: 'Display name',
  connectionName: 'Connection name',
  groupIds: 'Jira groups',
  downloadActivity: 'Download activity',
  analyzeFrom: 'Analyze user activity from',
  reclaim: 'Reclaim subscriptions',
};

interface ConflictNoticeProps {
  readonly editor: ProfileEditor;
  /** A save was refused although nobody changed what can be edited, e.g. somebody validated meanwhile. */
  readonly wasRefused: boolean;
}

/** Somebody else changed the profile while it was edited: field by field, yours and theirs. Nothing typed is lost. */
export function ConflictNotice({ editor, wasRefused }: ConflictNoticeProps) {
  const { differences, dismissDifferences } = editor;
  const columns = useColumns(editor);
  if (differences.length === 0)
    return wasRefused ? (
      <div role="alert">
        <SectionMessage appearance="information" title="Somebody worked on this profile at the same time">
          They changed nothing that differs from what you see, and nothing you typed is lost. Save again.
        </SectionMessage>
      </div>
    ) : null;
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title="Somebody else changed this profile meanwhile">
        <Stack>
          <p>
            Nothing was saved over. You now edit their version with your changes on top: what only they changed is taken
            over; for what you both changed, yours stays until you choose theirs. Then save.
          </p>
          <DataTable
            label="Your changes and theirs"
            columns={columns}
            rows={differences}
            rowKey={({ field }) => field}
          />
          <Row>
            <Button onClick={dismissDifferences}>Hide the differences</Button>
          </Row>
        </Stack>
      </SectionMessage>
    </div>
  );
}

function useColumns({ draft, change }: ProfileEditor): readonly Column<Difference>[] {
  const format = useFormat();
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? id;
  const shown = (field: Field, of: ProfileDraft, other: ProfileDraft) =>
    valueText({ field, of, other, format, nameOf });
  return [
    { key: 'field', header: 'Field', cell: ({ field }) => LABELS[field] },
    { key: 'yours', header: 'Yours', cell: ({ field, yours, theirs }) => shown(field, yours, theirs) },
    { key: 'theirs', header: 'Theirs', cell: ({ field, yours, theirs }) => shown(field, theirs, yours) },
    {
      key: 'use',
      header: 'In the form now',
      cell: ({ field, yours, theirs }) => {
        const isTheirs = sameField(field, draft, theirs);
        return (
          <Row>
            <span>{isTheirs ? 'Theirs' : 'Yours'}</span>
            <Button
              spacing="compact"
              aria-label={`${isTheirs ? 'Use yours' : 'Use theirs'} for ${LABELS[field]}`}
              onClick={() => change(withField(draft, field, isTheirs ? yours : theirs))}
            >
              {isTheirs ? 'Use yours' : 'Use theirs'}
            </Button>
          </Row>
        );
      },
    },
  ];
}

interface ValueOf {
  readonly field: Field;
  readonly of: ProfileDraft;
  readonly other: ProfileDraft;
  readonly format: Format;
  readonly nameOf: (id: string) => string;
}

function valueText({ field, of, other, format, nameOf }: ValueOf): string {
  switch (field) {
    case 'displayName':
    case 'connectionName':
      return of[field];
    case 'downloadActivity':
    case 'reclaim':
      return of[field] ? 'On' : 'Off';
    case 'analyzeFrom':
      return format.dateTime(of.analyzeFrom);
    case 'groupIds': {
      const only = of.groupIds.filter((id) => !other.groupIds.includes(id)).map(nameOf);
      const count = format.count(of.groupIds.length, 'group', 'groups');
      return only.length > 0 ? `${count}, only here: ${format.list(only)}` : count;
    }
  }
}
