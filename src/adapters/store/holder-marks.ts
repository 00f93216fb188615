import type { SeatHolder } from '../../domain/software-subscription';

/** What a packed row says about its person, added up. Rows of before say 0 or 1 and nothing about the account. */
const ADMINISTRATOR = 1;
const GUEST = 2;
const SERVICE_ACCOUNT = 4;
const LOOKED_UP = 8;

type Marked = Pick<SeatHolder, 'administrator' | 'traits'>;

export function marksOf({ administrator, traits }: Marked): number {
  return (
    (administrator ? ADMINISTRATOR : 0) +
    (traits ? LOOKED_UP : 0) +
    (traits?.guest ? GUEST : 0) +
    (traits?.serviceAccount ? SERVICE_ACCOUNT : 0)
  );
}

/** Of every sum once, for all the people of whom it says the same. */
const MARKED: readonly Marked[] = Array.from({ length: 2 * LOOKED_UP }, (_, marks) => read(marks));

export function fromMarks(marks: number): Marked {
  return MARKED[marks] ?? read(marks);
}

function read(marks: number): Marked {
  const has = (mark: number) => (marks & mark) !== 0;
  return {
    administrator: has(ADMINISTRATOR),
    traits: has(LOOKED_UP) ? { guest: has(GUEST), serviceAccount: has(SERVICE_ACCOUNT) } : null,
  };
}
