import type { ProfileView } from '../../../../src/shared/contract';

/** The profiles whose seats, candidates or rules are listed: the one that the address names, else all published ones, as the overview counts. */
export function listedProfiles(profiles: readonly ProfileView[], wanted: string | null): readonly ProfileView[] {
  const named = profiles.find(({ id }) => id === wanted);
  if (named) return [named];
  const published = profiles.filter(({ status }) => status === 'Published');
  return published.length > 0 ? published : profiles.slice(0, 1);
}
