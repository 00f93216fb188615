import type { AccountId, DecisionCard, RoleKey } from '../../../../../src/shared/contract';

/** What people and applications are called; undefined: nobody knows. */
export interface Names {
  readonly person: (accountId: AccountId) => string | undefined;
  readonly app: (roleKey: RoleKey) => string | undefined;
}

const SPEAKS = { for: 'for taking back', against: 'keeps the seat', neither: 'neither' } as const;

/** A decision card as a text file, with everything that the page shows; days and moments in UTC. */
export function decisionFile(card: DecisionCard, names: Names): string {
  const { decision, because, confidence, evaluatedAt, groups, facts } = card;
  const app = (key: RoleKey) => named(names.app(key), key);
  const parts = [
    ['Decision about one Jira seat'],
    [
      `Person: ${named(names.person(card.accountId), card.accountId)}`,
      `Application: ${app(card.roleKey)}`,
      `Evaluated at: ${evaluatedAt}`,
    ],
    [`Decision: ${decision}`, because, ...proposalLines(card, names)],
    confidence ? [`Confidence: ${confidence.level}`, ...confidence.doubts.map(item)] : [],
    ['What was looked at:', ...facts.map(factLine)],
    ['Groups that give the seat:', ...groups.map((group) => groupLine(group, app))],
    activityLines(card.activity),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function proposalLines({ proposal }: DecisionCard, names: Names): string[] {
  if (!proposal) return [];
  const by = proposal.by === null ? 'somebody unknown' : named(names.person(proposal.by), proposal.by);
  const note = proposal.note === null ? '' : `: ${proposal.note}`;
  return [`Proposed by ${by} at ${proposal.at} as ${proposal.justification}, ${proposal.number}${note}`];
}

function factLine({ name, text, speaks, link }: DecisionCard['facts'][number]): string {
  const where = link ? ` See ${link.kind === 'work-item' ? `/browse/${link.key}` : '/auditing/view'} in Jira.` : '';
  return item(`${name} (${SPEAKS[speaks]}): ${text}${where}`);
}

function groupLine(
  { id, name, note, alsoGives }: DecisionCard['groups'][number],
  app: (key: RoleKey) => string,
): string {
  const also = alsoGives.length > 0 ? ` Also gives ${alsoGives.map(app).join(', ')}.` : '';
  return item(`${named(name, id)}: ${note ?? 'can be taken away here.'}${also}`);
}

function activityLines({ events, contributionsFrom, viewsFrom, gaps }: DecisionCard['activity']): string[] {
  return [
    'Activity that is known, newest first:',
    ...events.map(({ at, what, issueKey }) => item(`${at} ${what}${issueKey === null ? '' : ` ${issueKey}`}`)),
    item(`Contributions are known from: ${contributionsFrom ?? 'not read yet'}`),
    item(`Views are known from: ${viewsFrom ?? 'not known'}`),
    ...gaps.map(item),
  ];
}

function item(text: string): string {
  return `- ${text}`;
}

function named(name: string | undefined, id: string): string {
  return name === undefined ? id : `${name} (${id})`;
}
