import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ExclusionView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useAnswer, useCommand } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { Person, PersonName } from '../../components/person';
import { DeleteDialog } from './delete-dialog';
import { useRefreshExclusions } from './use-refresh-exclusions';

/** The rules with who changed them last, and what can be done with them. */
export function ExclusionTable({ rules, may }: { readonly rules: readonly ExclusionView[]; readonly may: boolean }) {
  const [deleting, setDeleting] = useState<ExclusionView | null>(null);
  const columns: readonly Column<ExclusionView>[] = [
    { key: 'target', header: 'Keeps out', cell: (rule) => <Target rule={rule} /> },
    {
      key: 'scope',
      header: 'Counts in',
      cell: ({ target }) => (target.kind === 'user' ? 'All profiles' : 'Profile type Jira Subscription'),
    },
    {
      key: 'state',
      header: 'State',
      cell: ({ active }) => (
        <Lozenge appearance={active ? 'success' : 'neutral'}>{active ? 'Active' : 'Not active'}</Lozenge>
      ),
    },
    {
      key: 'changed',
      header: 'Last change',
      cell: ({ changedAt, changedBy }) => (
        <>
          <Moment at={changedAt} /> by <PersonName accountId={changedBy} />
        </>
      ),
    },
    {
      key: 'actions',
      header: 'Actions',
      cell: (rule) => (
        <Row>
          <Switch rule={rule} may={may} />
          <Button spacing="compact" appearance="subtle" isDisabled={!may} onClick={() => setDeleting(rule)}>
            Delete
          </Button>
        </Row>
      ),
    },
  ];
  return (
    <>
      <DataTable label="Exclusion rules" columns={columns} rows={rules} rowKey={({ id }) => id} />
      <DeleteDialog rule={deleting} onClose={() => setDeleting(null)} />
    </>
  );
}

function Target({ rule: { target } }: { readonly rule: ExclusionView }) {
  const roles = useAnswer('listJiraGroups', {}, { enabled: target.kind === 'identifier' }).data?.roles;
  if (target.kind === 'user') return <Person accountId={target.accountId} withEmail />;
  return <>Every seat of {roles?.find(({ key }) => key === target.roleKey)?.name ?? target.roleKey}</>;
}

function Switch({ rule, may }: { readonly rule: ExclusionView; readonly may: boolean }) {
  const refresh = useRefreshExclusions();
  const save = useCommand('saveExclusion', refresh);
  const { target, active, revision } = rule;
  return (
    <Button
      spacing="compact"
      isDisabled={!may}
      isLoading={save.isPending}
      onClick={() =>
        save.mutate(
          { target, active: !active, revision },
          {
            onError: (error) => {
              tell('error', 'The rule was not changed', failureOf(error).message);
              refresh();
            },
          },
        )
      }
    >
      {active ? 'Deactivate' : 'Activate'}
    </Button>
  );
}
