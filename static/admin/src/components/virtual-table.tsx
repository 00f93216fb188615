import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Sort } from './sort-order';
import { VirtualHead } from './virtual-head';
import styles from './virtual-table.module.css';

const ROW_HEIGHT = 48;
const OVERSCAN = 6;

export interface VirtualColumn<Item> {
  readonly key: string;
  readonly header: ReactNode;
  /** A track of the grid: `minmax(200px, 2fr)`. */
  readonly width: string;
  readonly cell: (item: Item) => ReactNode;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
}

interface VirtualTableProps<Item> {
  readonly label: string;
  readonly columns: readonly VirtualColumn<Item>[];
  /** Below this many pixels the columns scroll sideways. */
  readonly minWidth: number;
  readonly items: readonly Item[];
  /** An item that spans the whole row, such as the heading of a group. */
  readonly spanning?: (item: Item) => ReactNode;
  readonly isSelected?: (item: Item) => boolean;
  /** An item that counts for nothing; it says why in its cells. */
  readonly isDimmed?: (item: Item) => boolean;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly onOpen?: (item: Item) => void;
}

/** A table of any length: only the rows in view exist. Its columns scroll sideways where there is no room. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const { label, columns, minWidth, items, sort, onSort } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div ref={scroll} className={styles.scroll} role="region" aria-label={`Table: ${label}`} tabIndex={0}>
      <div
        className={styles.table}
        style={{ minWidth }}
        role="table"
        aria-label={label}
        aria-rowcount={items.length + 1}
      >
        <VirtualHead columns={columns} template={template} sort={sort} onSort={onSort} />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={moveBetweenRows}
        >
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              // By its place: another order fills the rows that are there, which is much quicker than new ones.
              <BodyRow key={index} {...props} item={item} index={index} start={start} template={template} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface BodyRowProps<Item> extends VirtualTableProps<Item> {
  readonly item: Item;
  readonly index: number;
  readonly start: number;
  readonly template: { readonly gridTemplateColumns: string };
}

function BodyRow<Item>({ item, index, start, template, columns, spanning, ...on }: BodyRowProps<Item>) {
  const { isSelected, isDimmed, onOpen } = on;
  const wide = spanning?.(item);
  const place = { transform: `translateY(${start}px)`, height: ROW_HEIGHT };
  if (wide)
    return (
      <div role="row" aria-rowindex={index + 2} className={`${styles.row} ${styles.group}`} style={place}>
        <div role="cell" aria-colspan={columns.length}>
          {wide}
        </div>
      </div>
    );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected?.(item)}
      className={[styles.row, isSelected?.(item) && styles.selected, isDimmed?.(item) && styles.dimmed]
        .filter(Boolean)
        .join(' ')}
      style={{ ...template, ...place }}
      onClick={onOpen ? (event) => !isControl(event.target) && onOpen(item) : undefined}
    >
      {columns.map(({ key, cell, isNumber }) => (
        <div key={key} role="cell" className={isNumber ? `${styles.cell} ${styles.number}` : styles.cell}>
          {cell(item)}
        </div>
      ))}
    </div>
  );
}

/** A click on a link or a control of the row is not a click on the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** From a link or control of a row to the same one of the next row; rows just out of view exist, so there is always one. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
  if (step === undefined || !row || event.target instanceof HTMLInputElement) return;
  const place = controlsOf(row).indexOf(event.target as HTMLElement);
  const next = event.currentTarget.querySelector(
    `[aria-rowindex="${Number(row.getAttribute('aria-rowindex')) + step}"]`,
  );
  const controls = next ? controlsOf(next) : [];
  const target = controls[place] ?? controls[0];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('a, button, input')];
}
