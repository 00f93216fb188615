/** Words that name a program in themselves, in the languages of Jira's users; whole words, so that no family name is one. */
const PROGRAM: ReadonlySet<string> = new Set(
  `api automation automatisierung automatisation automatizacion autobot backup buildbot chatbot crawler cron daemon dependabot deploy
  deploybot deployment connector dienstkonto github gitlab gitbot importer integration integrations integracion jirabot machine
  maschine middleware migration monitoring noreply pipeline releasebot renovate rpa schnittstelle schnittstellenbenutzer scheduler
  script scripts serviceaccount servicekonto servicenutzer slackbot svc sync synchronisation systembenutzer systemkonto sysuser
  tjanstekonto terraform testbot webhook webhooks zapier сервис служебный служебная технический системный робот бот`.split(
    /\s+/,
  ),
);
/** Words that people are called by, too, or that say what an account is for: one says nothing, two do, and so does one alone. */
const HINT: ReadonlySet<string> = new Set(
  `account accounts admin agent bot build ci compte connect conta conto cuenta desk dienst gebruiker jenkins jira konto nutzer
  benutzer robot service servicio servico servizio servis system sistema systeme systemowe task technical techniczne technique
  technisch technische technischer technisches tecnico technicky test uslug user usuario usuario utente utilisateur uzytkownik
  учетная запись аккаунт пользователь`.split(/\s+/),
);
/** Scripts without spaces between words. */
const PROGRAM_PART =
  /サービス|システム|ボット|自動|连携|連携|服务|服務|系统|系統|机器人|機器人|自动|서비스|시스템|봇|자동/u;

/**
 * Whether a display name sounds like a program's account, in any language. Such an account holds a seat like a person's, and most of what a
 * program does is not seen as activity: it reads by the API, which no audit log and no event tells of. A hint, never a proof.
 */
export function soundsLikeProgram(displayName: string): boolean {
  const text = displayName.normalize('NFKC');
  if (PROGRAM_PART.test(text)) return true;
  const words = wordsOf(text);
  const hints = words.filter((word) => HINT.has(word)).length;
  return words.some((word) => PROGRAM.has(word)) || hints > 1 || (hints === 1 && words.length === 1);
}

/** In small letters and without accents; a capital inside a word begins another one. */
function wordsOf(text: string): string[] {
  return text
    .replace(/no[-_ ]reply/giu, 'noreply')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
