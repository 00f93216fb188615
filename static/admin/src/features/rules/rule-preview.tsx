import SectionMessage from '@atlaskit/section-message';
import type { ReclamationRuleView, RulePreview as Preview, RuleSettings } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { BarChart } from '../../components/bar-chart';
import { Disclosure } from '../../components/disclosure';
import { useFormat } from '../../components/format';
import { Facts } from '../../components/layout';
import { Loaded } from '../../components/loaded';
import { Person } from '../../components/person';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import styles from './rules.module.css';
import { useSettled } from './use-settled';

interface RulePreviewProps {
  readonly rule: ReclamationRuleView;
  /** Undefined while something on the form is wrong. */
  readonly settings: RuleSettings | undefined;
}

/** What the form's values would propose now. Nothing is saved for it. */
export function RulePreview({ rule, settings }: RulePreviewProps) {
  const asked = useSettled(settings);
  return (
    <Section title="What this rule would do now" isCard description="From what is stored; Jira is not asked.">
      {asked ? <Asked rule={rule} settings={asked} /> : <p>Correct the form to see it.</p>}
    </Section>
  );
}

function Asked({
  rule: { profileId, id: ruleId },
  settings,
}: {
  readonly rule: ReclamationRuleView;
  readonly settings: RuleSettings;
}) {
  const preview = useAnswer('previewReclamationRule', { profileId, ruleId, settings });
  return (
    <Loaded query={preview} skeleton={<TextSkeleton lines={5} />}>
      {(value) => <Numbers preview={value} />}
    </Loaded>
  );
}

function Numbers({ preview }: { readonly preview: Preview }) {
  const format = useFormat();
  const { candidates, seats, more, fewer, savings, kept, held, notes } = preview;
  return (
    <>
      {held ? (
        <SectionMessage appearance="warning" title="Nobody can be proposed now">
          <p>{format.sentence(held)}</p>
        </SectionMessage>
      ) : null}
      <p className={styles.value}>{format.count(candidates, 'candidate', 'candidates')}</p>
      <BarChart
        label="What becomes of the seats"
        what="What becomes of them"
        unit="Seats"
        bars={[
          { label: 'Proposed', value: candidates, tone: 'watch' },
          { label: 'Stay', value: Math.max(0, seats - candidates), tone: 'calm' },
        ]}
      />
      <Facts
        facts={[
          { term: 'Of', value: format.count(seats, 'seat', 'seats') },
          { term: 'More than now', value: format.number(more) },
          { term: 'Fewer than now', value: format.number(fewer) },
          { term: 'Potential savings', value: `${format.money(savings)} a month` },
        ]}
      />
      {notes.map((note) => (
        <p key={note} className={styles.small}>
          {format.sentence(note)}
        </p>
      ))}
      {kept.length > 0 ? (
        <Disclosure title="Why the other seats stay">
          <Facts facts={kept.map((each) => ({ term: each.because, value: format.number(each.seats) }))} />
        </Disclosure>
      ) : null}
      <First preview={preview} />
    </>
  );
}

function First({ preview: { first, candidates } }: { readonly preview: Preview }) {
  const format = useFormat();
  if (first.length === 0) return null;
  const title = candidates > first.length ? `The ${first.length} idle longest` : 'Who it would be';
  return (
    <Disclosure title={title}>
      <ul className={`${styles.people} ${styles.first}`} aria-label={title} tabIndex={0}>
        {first.map(({ accountId, inactiveDays, isNew }) => (
          <li key={accountId} className={styles.person}>
            <Person accountId={accountId} />
            <span className={styles.small}>
              {inactiveDays === null ? 'None seen' : format.count(inactiveDays, 'day', 'days')}
              {isNew ? ', new' : ''}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
