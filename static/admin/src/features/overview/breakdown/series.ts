import type { ActivityBucket, BreakdownRow, LastSeenAs } from '../../../../../../src/shared/contract';
import { seatsLink, spanLink } from '../list-links';

/** What the rows of the chart are. */
export type By = 'app' | 'group' | 'kind';
/** What the parts of a bar are. */
export type Show = 'when' | 'what';

/** One part of every bar: its name, its colour, how many seats of a row it has, and where they are listed. */
export interface Part {
  readonly name: string;
  readonly tone: string;
  readonly seatsOf: (row: BreakdownRow) => number;
  readonly linkOf: (row: BreakdownRow, by: By) => string;
}

const WHEN: readonly (readonly [ActivityBucket['label'], string, string])[] = [
  ['0–30', '0–30 days', 'fresh'],
  ['30–60', '30–60 days', 'recent'],
  ['60–90', '60–90 days', 'fading'],
  ['90–120', '90–120 days', 'old'],
  ['120+', '120+ days', 'oldest'],
  ['None seen', 'None seen', 'none'],
  ['Never used', 'Never used', 'never'],
  ['Unknown', 'Unknown', 'unknown'],
];

const WHAT: readonly (readonly [LastSeenAs, string, string])[] = [
  ['contribution', 'Contribution', 'contribution'],
  ['administration', 'Administration', 'administration'],
  ['view', 'View', 'view'],
  ['none-since', 'None seen', 'none'],
  ['never', 'Never used', 'never'],
  ['unknown', 'Unknown', 'unknown'],
];

const PARAMETER = { app: 'role', group: 'group', kind: 'kind' } as const;

/** The filter that lists the seats of one row. */
export function rowLink({ key }: BreakdownRow, by: By): string {
  return seatsLink({ [PARAMETER[by]]: key });
}

export const PARTS: Readonly<Record<Show, readonly Part[]>> = {
  when: WHEN.map(([label, name, tone]) => ({
    name,
    tone,
    seatsOf: ({ spans }) => spans[label],
    linkOf: ({ key }, by) => spanLink(label, { [PARAMETER[by]]: key }),
  })),
  what: WHAT.map(([kind, name, tone]) => ({
    name,
    tone,
    seatsOf: ({ seenAs }) => seenAs[kind],
    linkOf: ({ key }, by) => seatsLink({ [PARAMETER[by]]: key, kind }),
  })),
};

/** What a row by kind of activity is called. */
export function kindName(key: string): string {
  return WHAT.find(([kind]) => kind === key)?.[1] ?? key;
}
