/**
 * What never changes and was read once, for as long as the tab is open: people come back to a page more often than it changes.
 * It has account ids in it, so it is not kept any longer than that, nor where somebody else's tab could find it.
 */
const PREFIX = 'license-management.part.';
const kept = new Map<string, string>();

/** What is kept under a name; undefined: nothing, or what is there is damaged. */
export function keptPart(name: string): unknown {
  try {
    const text = kept.get(name) ?? sessionStorage.getItem(PREFIX + name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps it for this tab. A browser that has no room, or refuses storage to frames, keeps it until the page is left. */
export function keepPart(name: string, value: object): void {
  const text = JSON.stringify(value);
  try {
    sessionStorage.setItem(PREFIX + name, text);
  } catch {
    kept.set(name, text);
  }
}

/** Forgets everything whose name begins with none of these. */
export function forgetOtherParts(beginnings: readonly string[]): void {
  const isWanted = (name: string) => beginnings.some((beginning) => name.startsWith(beginning));
  for (const name of kept.keys()) if (!isWanted(name)) kept.delete(name);
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && !isWanted(key.slice(PREFIX.length))) sessionStorage.removeItem(key);
  } catch {
    // Nothing could be kept there.
  }
}
