const kept = new Map<string, string>();

/** What this browser kept under a name. Browsers that refuse storage to frames remember it until the page is left. */
export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return kept.get(name) ?? null;
  }
}

/** Keeps a choice in this browser; null forgets it. */
export function keepChoice(name: string, value: string | null): void {
  if (value === null) kept.delete(name);
  else kept.set(name, value);
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // Kept for this visit above.
  }
}

function keyOf(name: string): string {
  return `license-management.${name}`;
}
