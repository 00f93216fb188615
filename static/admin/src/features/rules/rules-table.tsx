import type { ReclamationRuleView } from '../../../../../src/shared/contract';
import { DataTable, type Column } from '../../components/data-table';
import { useFormat, type Format } from '../../components/format';
import { ruleColumns } from '../../components/rule-columns';
import { useAppNames } from '../../components/use-app-names';
import { When } from '../../components/when';
import { asksFirst, limitsOf, modeOf, protectionsOf } from './rule-in-short';
import { BASES, wordsFor } from './rule-words';
import styles from './rules.module.css';

type Rule = ReclamationRuleView;

/** The rules: whether somebody reviewed them, what they do, whom they spare and how far they go. */
export function RulesTable({ label, rules }: { readonly label: string; readonly rules: readonly Rule[] }) {
  const format = useFormat();
  const nameOf = useAppNames();
  const columns: readonly Column<Rule>[] = [
    ...ruleColumns(format, nameOf).map((column) => ({
      ...column,
      cell: (rule: Rule) => (
        <>
          {column.cell(rule)}
          <Beside column={column.key} rule={rule} />
        </>
      ),
    })),
    { key: 'does', header: 'What it does', cell: (rule) => <Does rule={rule} format={format} /> },
    { key: 'protects', header: 'Protects', cell: (rule) => <Lines lines={protectionsOf(rule, format)} /> },
    { key: 'limits', header: 'Most in 24 hours', cell: (rule) => <Lines lines={limitsOf(rule, format)} /> },
    {
      key: 'candidates',
      header: 'Open candidates',
      isNumber: true,
      cell: ({ openCandidates }) => format.number(openCandidates),
    },
  ];
  return <DataTable label={label} columns={columns} rows={rules} rowKey={({ id }) => id} />;
}

/** What belongs to a column that every list of rules has, in a second line. */
function Beside({ column, rule }: { readonly column: string; readonly rule: Rule }) {
  if (column === 'threshold') return <div className={styles.small}>{wordsFor(BASES, rule.activityBasis).label}</div>;
  return column === 'state' ? (
    <div className={styles.small}>
      <Reviewed rule={rule} />
    </div>
  ) : null;
}

/** When it was reviewed as it is now, or changed since. */
function Reviewed({ rule: { reviewedAt, reviewedBy, changedAt, changedBy } }: { readonly rule: Rule }) {
  if (reviewedAt) return <When at={reviewedAt} by={reviewedBy} />;
  if (!changedAt) return 'As published';
  return (
    <>
      Changed <When at={changedAt} by={changedBy} />
    </>
  );
}

/** Whether it proposes people, why it can't now, and whether they are asked first. */
function Does({ rule, format }: { readonly rule: Rule; readonly format: Format }) {
  return (
    <>
      <div>{modeOf(rule, format)}</div>
      {rule.held ? <div className={styles.held}>Held: {format.sentence(rule.held)}</div> : null}
      <div className={styles.small}>{asksFirst(rule, format)}</div>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
