/** `profile-saved` → `Profile saved`: kinds are named so that this reads well. */
export function kindText(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
