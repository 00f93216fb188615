import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { SoftwareModelView } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat, type Format } from '../../components/format';
import { Row } from '../../components/layout';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { RouteLink } from '../../components/route-link';

interface ModelTableProps {
  readonly models: readonly SoftwareModelView[];
  readonly may: boolean;
  readonly onEdit: (model: SoftwareModelView) => void;
}

/** The models with their counts and costs. */
export function ModelTable({ models, may, onEdit }: ModelTableProps) {
  const format = useFormat();
  const action: Column<SoftwareModelView> = {
    key: 'action',
    header: 'Action',
    cell: (model) => (
      <Button
        spacing="compact"
        isDisabled={!may}
        aria-label={`${model.isRecognized ? 'Edit' : 'Name'}: ${model.name}`}
        onClick={() => onEdit(model)}
      >
        {model.isRecognized ? 'Edit' : 'Name'}
      </Button>
    ),
  };
  return (
    <DataTable
      label="Software models"
      columns={[...columns(format), action]}
      rows={models}
      rowKey={({ roleKey }) => roleKey}
    />
  );
}

function columns(format: Format): readonly Column<SoftwareModelView>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      cell: ({ name, roleKey, isRecognized }) => (
        <Row>
          <RouteLink to={`/subscriptions?role=${encodeURIComponent(roleKey)}`}>{name}</RouteLink>
          {isRecognized ? null : <Lozenge appearance="warning">Unrecognized</Lozenge>}
        </Row>
      ),
    },
    { key: 'identifier', header: 'Subscription identifier', cell: ({ roleKey }) => roleKey },
    { key: 'profiles', header: 'Profiles', cell: ({ profiles }) => format.list(profiles) || '–' },
    {
      key: 'subscriptions',
      header: 'Subscriptions',
      isNumber: true,
      cell: ({ subscriptions }) => format.number(subscriptions),
    },
    { key: 'cost', header: 'A seat a month', isNumber: true, cell: ({ unitCost }) => costText(unitCost, format) },
    {
      key: 'changed',
      header: 'Last change',
      cell: ({ changedAt, changedBy }) =>
        changedAt && changedBy ? (
          <>
            <Moment at={changedAt} /> by <PersonName accountId={changedBy} />
          </>
        ) : (
          'By itself'
        ),
    },
  ];
}

function costText(cost: SoftwareModelView['unitCost'], format: Format): string {
  if (cost.source === 'entered') return format.money(cost);
  return cost.amount === 0 ? 'Not known' : `${format.money(cost)} (estimate)`;
}
