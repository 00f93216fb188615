import { keepChoice, readChoice } from '../../../api/kept-choice';

export type ViewChoice = 'default' | 'custom';

const name = (accountId: string) => `profile-view.${accountId}`;

/** Which view of a profile this person chose. */
export function readViewChoice(accountId: string): ViewChoice {
  return readChoice(name(accountId)) === 'custom' ? 'custom' : 'default';
}

export function keepViewChoice(accountId: string, choice: ViewChoice): void {
  keepChoice(name(accountId), choice);
}
