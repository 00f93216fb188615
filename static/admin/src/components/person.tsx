import Avatar from '@atlaskit/avatar';
import Skeleton from '@atlaskit/skeleton';
import type { AccountId } from '../../../../src/shared/contract';
import { usePerson } from '../api/people';
import { isErased, shortId } from '../api/person';
import styles from './person.module.css';
import hidden from './visually-hidden.module.css';

interface PersonProps {
  readonly accountId: AccountId;
  readonly withEmail?: boolean;
}

/** A person with picture and name. Somebody Jira does not know stays recognizable by the end of the account id. */
export function Person({ accountId, withEmail = false }: PersonProps) {
  const { person, isLoading } = usePerson(accountId);
  if (isLoading) return <PersonSkeleton />;
  return (
    <span className={styles.person}>
      <Avatar size="small" appearance="circle" {...(person?.avatarUrl ? { src: person.avatarUrl } : {})} />
      <span className={styles.names}>
        <PersonName accountId={accountId} />
        {withEmail && person?.email ? <span className={styles.email}>{person.email}</span> : null}
      </span>
    </span>
  );
}

/** A person's name alone, for sentences. */
export function PersonName({ accountId }: { readonly accountId: AccountId }) {
  const { person, isLoading } = usePerson(accountId);
  if (isLoading) return <span className={styles.name}>…</span>;
  if (isErased(accountId)) return <span className={styles.name}>Erased person</span>;
  if (person) return <span className={styles.name}>{person.name}</span>;
  return (
    <span className={styles.name} title={accountId}>
      Unknown person <span className={styles.id}>{shortId(accountId)}</span>
    </span>
  );
}

function PersonSkeleton() {
  return (
    <span className={styles.person}>
      <Skeleton width={24} height={24} borderRadius="var(--ds-radius-full)" isShimmering />
      <Skeleton width={120} height={16} isShimmering />
      {/* A link or a row may be named by nothing else. */}
      <span className={hidden.hidden}>Name is being read</span>
    </span>
  );
}
