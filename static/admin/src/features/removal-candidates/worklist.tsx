import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useQueryClient } from '@tanstack/react-query';
import type { JiraGroupView, WorklistRow } from '../../../../../src/shared/contract';
import { useNow } from '../../api/now';
import { useAnswer, useCommand } from '../../api/queries';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat } from '../../components/format';
import { Row, Stack } from '../../components/layout';
import { Person } from '../../components/person';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { RouteLink } from '../../components/route-link';
import { Section } from '../../components/section';
import { useShowMore } from '../../components/show-more';
import { REASONS } from './worklist-reasons';

const LISTED = 50;

/** Seats that can't be freed here: what the directory team has to do, with a file for them. */
export function Worklist({ rows }: { readonly rows: readonly WorklistRow[] }) {
  const format = useFormat();
  const groups = useAnswer('listJiraGroups', {}).data?.groups ?? [];
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? id;
  const managed = groups.filter(({ externallyManaged }) => externallyManaged);
  const { shown, more } = useShowMore(rows, LISTED);
  if (rows.length === 0 && managed.length === 0) return null;
  const columns: readonly Column<WorklistRow>[] = [
    { key: 'person', header: 'Person', cell: ({ accountId }) => <Person accountId={accountId} /> },
    {
      key: 'number',
      header: 'Candidate',
      cell: ({ number }) => <RouteLink to={`/removal-candidates/${number}`}>{number}</RouteLink>,
    },
    { key: 'groups', header: 'Group', cell: ({ groupIds }) => groupIds.map(nameOf).join(', ') },
    { key: 'reason', header: 'Why not here', isText: true, cell: ({ reason }) => REASONS[reason] },
  ];
  return (
    <Section
      title={`Can’t be freed here (${format.number(rows.length)})`}
      description="A group stands in the way that this app can’t change. Nothing is removed by half; give this list to whoever manages the groups."
      actions={rows.length > 0 ? <ExportWorklist rows={rows} nameOf={nameOf} /> : null}
    >
      <Stack>
        {rows.length > 0 ? (
          <DataTable label="Worklist" columns={columns} rows={shown} rowKey={({ number }) => number} />
        ) : null}
        {more}
        {managed.map((group) => (
          <ManagedGroup key={group.id} group={group} />
        ))}
      </Stack>
    </Section>
  );
}

function ExportWorklist({
  rows,
  nameOf,
}: {
  readonly rows: readonly WorklistRow[];
  readonly nameOf: (id: string) => string;
}) {
  const client = useQueryClient();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { saveWorklist } = await import('./files');
      await saveWorklist(rows, nameOf, { client, now, tell: () => undefined });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button isLoading={isBusy} onClick={() => void save()}>
      Export as CSV
    </Button>
  );
}

/** A group that counts as managed elsewhere, why, and the way back. */
function ManagedGroup({ group }: { readonly group: JiraGroupView }) {
  const client = useQueryClient();
  const mayChange = useMay('integrator') === true;
  const clear = useCommand('clearExternallyManaged', () => {
    for (const stale of ['listJiraGroups', 'worklist', 'candidate-rows', 'getCandidate'])
      void client.invalidateQueries({ queryKey: [stale] });
  });
  return (
    <>
      {clear.error ? <Problem error={clear.error} /> : null}
      <Row>
        <Lozenge appearance="warning">Managed elsewhere</Lozenge>
        <strong>{group.name}</strong>
        <span>{group.managedBecause}</span>
        <Button
          spacing="compact"
          isDisabled={!mayChange}
          isLoading={clear.isPending}
          onClick={() => clear.mutate({ groupId: group.id })}
        >
          Let this app change it again
        </Button>
      </Row>
    </>
  );
}
