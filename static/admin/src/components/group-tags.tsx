import Tag from '@atlaskit/tag';
import styles from './group-tags.module.css';

interface GroupTagsProps {
  readonly names: readonly string[];
  /** Shows so many and counts the rest. */
  readonly limit?: number;
  readonly isOneLine?: boolean;
}

/** Groups as small tags. */
export function GroupTags({ names, limit = names.length, isOneLine = false }: GroupTagsProps) {
  const rest = names.slice(limit);
  return (
    <span className={isOneLine ? `${styles.tags} ${styles.oneLine}` : styles.tags}>
      {names.slice(0, limit).map((name) => (
        <Tag key={name} text={name} maxWidth={isOneLine ? 140 : 180} isRemovable={false} />
      ))}
      {rest.length > 0 ? <span title={rest.join(', ')}>+{rest.length}</span> : null}
    </span>
  );
}
