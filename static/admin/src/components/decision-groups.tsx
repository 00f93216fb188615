import type { DecisionCard, RoleKey } from '../../../../src/shared/contract';
import styles from './decision-card.module.css';
import { useFormat } from './format';
import { useAppNames } from './use-app-names';

/** Every group that gives the seat, whether it can be taken away here, and what else it gives. */
export function GivingGroups({ groups }: { readonly groups: DecisionCard['groups'] }) {
  return (
    <div>
      <p className={styles.name}>Groups that give the seat</p>
      <ul className={styles.groups}>
        {groups.map(({ id, name, note, alsoGives }) => (
          <li key={id}>
            {name}{' '}
            <span className={styles.note}>
              {note ?? 'Can be taken away here.'} {alsoGives.length > 0 ? <AlsoGives roleKeys={alsoGives} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function AlsoGives({ roleKeys }: { readonly roleKeys: readonly RoleKey[] }) {
  const nameOf = useAppNames();
  const format = useFormat();
  return `Also gives ${format.list(roleKeys.map(nameOf))}.`;
}
