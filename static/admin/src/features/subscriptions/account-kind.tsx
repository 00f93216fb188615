import Lozenge from '@atlaskit/lozenge';
import { accountKindOf, type AccountKind, type Seat } from './list/seat';
import styles from './subscriptions.module.css';

/** Nothing is said of members: of some accounts it is not known yet. */
export const ACCOUNT_KINDS: Readonly<Record<AccountKind, string>> = {
  guest: 'Guest',
  service: 'Service account',
  other: '–',
};

/** Marks a seat of somebody who is no ordinary member of the site. */
export function AccountLozenge({ seat }: { readonly seat: Seat }) {
  const kind = accountKindOf(seat);
  if (kind === 'other') return null;
  return (
    <span className={styles.mark}>
      {kind === 'guest' ? <Lozenge appearance="discovery">Guest</Lozenge> : <Lozenge>Service</Lozenge>}
    </span>
  );
}
