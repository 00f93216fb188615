import Skeleton from '@atlaskit/skeleton';
import pageStyles from './page.module.css';
import styles from './skeletons.module.css';

/** Lines of text to come. */
export function TextSkeleton({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div className={styles.text}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={line === lines - 1 ? '60%' : '100%'} height={16} isShimmering />
      ))}
    </div>
  );
}

/** A table to come. */
export function TableSkeleton({ rows = 8, columns = 5 }: { readonly rows?: number; readonly columns?: number }) {
  return (
    <div className={styles.table}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_unused, column) => (
            <Skeleton key={column} width={column === 0 ? '85%' : '60%'} height={16} isShimmering />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Framed numbers to come. */
export function CardsSkeleton({ cards = 3, height = 112 }: { readonly cards?: number; readonly height?: number }) {
  return (
    <div className={styles.cards}>
      {Array.from({ length: cards }, (_, card) => (
        <Skeleton key={card} width="100%" height={height} isShimmering />
      ))}
    </div>
  );
}

/** A whole page to come. */
export function PageSkeleton() {
  return (
    <main className={pageStyles.page} aria-busy="true">
      <div className={styles.title}>
        <Skeleton width={240} height={28} isShimmering />
      </div>
      <TableSkeleton />
    </main>
  );
}
