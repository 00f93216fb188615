import CheckIcon from '@atlaskit/icon/core/check-circle';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import InfoIcon from '@atlaskit/icon/core/information-circle';
import type { DecisionCard } from '../../../../src/shared/contract';
import styles from './decision-card.module.css';
import { useFormat } from './format';
import { AuditLogLink, WorkItemLink } from './jira-link';

type Facts = DecisionCard['facts'];

const SPEAKS = {
  for: { Icon: CheckIcon, text: 'For taking back', color: 'var(--ds-icon-warning)' },
  against: { Icon: CrossIcon, text: 'Keeps the seat', color: 'var(--ds-icon-success)' },
  neither: { Icon: InfoIcon, text: 'Neither', color: 'var(--ds-icon-subtle)' },
} as const;

/** What decides comes first. */
const ORDER = ['for', 'against', 'neither'] as const;

export function FactList({ label, facts }: { readonly label: string; readonly facts: Facts }) {
  const ordered = ORDER.flatMap((speaks) => facts.filter((fact) => fact.speaks === speaks));
  return (
    <ul className={styles.facts} aria-label={label}>
      {ordered.map((fact) => (
        <FactLine key={`${fact.name} ${fact.text}`} fact={fact} />
      ))}
    </ul>
  );
}

function FactLine({ fact }: { readonly fact: Facts[number] }) {
  const { Icon, text: meaning, color } = SPEAKS[fact.speaks];
  return (
    <li className={styles.fact}>
      <Icon label="" color={color} />
      <span className={styles.name}>{fact.name}</span>
      <span className={styles.text}>
        <FactText fact={fact} /> {fact.speaks === 'neither' ? null : <span className={styles.note}>({meaning})</span>}
      </span>
    </li>
  );
}

/** The sentence, with the work item it names as a link, or followed by where it can be looked up. */
function FactText({ fact: { text, link } }: { readonly fact: Facts[number] }) {
  const { sentence } = useFormat();
  if (!link) return sentence(text);
  if (link.kind === 'audit-log')
    return (
      <>
        {sentence(text)} <AuditLogLink />
      </>
    );
  const [before = '', ...after] = text.split(link.key);
  return (
    <>
      {sentence(before)}
      {after.length === 0 ? ' ' : null}
      <WorkItemLink issueKey={link.key} />
      {sentence(after.join(link.key))}
    </>
  );
}
