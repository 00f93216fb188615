/** The column a table is ordered by. */
export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}
