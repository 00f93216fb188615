export type ViewChoice = 'default' | 'custom';

const KEY = 'license-management.profile-view';
const kept = new Map<string, ViewChoice>();

/** Which view of a profile this person chose. Browsers that refuse storage to frames remember it until the page is left. */
export function readViewChoice(accountId: string): ViewChoice {
  const key = `${KEY}.${accountId}`;
  try {
    return localStorage.getItem(key) === 'custom' ? 'custom' : 'default';
  } catch {
    return kept.get(key) ?? 'default';
  }
}

export function keepViewChoice(accountId: string, choice: ViewChoice): void {
  const key = `${KEY}.${accountId}`;
  kept.set(key, choice);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Kept for this visit above.
  }
}
