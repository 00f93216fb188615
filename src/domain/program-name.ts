/** Words by which people name the accounts of their programs; whole words only, so that nobody's family name is one. */
const WORDS: ReadonlySet<string> = new Set(
  `admin api automation backup bot ci crawler cron daemon dependabot deploy deployment github gitlab importer integration integrations
  jenkins migration monitoring noreply pipeline renovate robot script scripts service serviceaccount svc sync sysuser system technical
  terraform webhook webhooks zapier`.split(/\s+/),
);
/** Of words that are names or jobs of people, too: only beside another one, as in “Service Desk” or “System Admin”. */
const WEAK: ReadonlySet<string> = new Set(['admin', 'ci', 'service', 'system', 'technical']);

/**
 * Whether a display name sounds like a program's account. Such an account holds a seat like a person's, and most of what a program does
 * is not seen as activity: it reads by the API, which no audit log and no event tells of. A guess, never a proof.
 */
export function soundsLikeProgram(displayName: string): boolean {
  const words = displayName
    .replace(/no[-_ ]reply/giu, 'noreply')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const found = words.filter((word) => WORDS.has(word));
  return found.some((word) => !WEAK.has(word)) || found.length > 1;
}
