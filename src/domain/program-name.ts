/** Words by which people name the accounts of their programs; whole words only, so that nobody's family name is one. */
const STRONG: ReadonlySet<string> = new Set(
  `api automation backup bot crawler cron daemon dependabot deploy deployment github gitlab importer integration integrations jenkins
  migration monitoring noreply pipeline renovate robot script scripts serviceaccount svc sync sysuser terraform webhook webhooks
  zapier`.split(/\s+/),
);
/** Names or jobs of people, too: only two of them say something, as in “System Admin”. */
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
  return words.some((word) => STRONG.has(word)) || words.filter((word) => WEAK.has(word)).length > 1;
}
