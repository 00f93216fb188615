/** What only a live site can tell (see the product's references): each unknown is a switch, and both settings are tested. */
export const SWITCHES = {
  license: {
    values: ['none-reported', 'active', 'inactive'],
    meaning:
      'What Atlassian tells about the license of the app: nothing, as while it is developed or not sold, or its state.',
  },
  groupWriteAs: {
    values: ['user-and-impersonated', 'user-only'],
    meaning:
      'Who may add or remove group members: a site administrator who is there or is impersonated, or only one who is there.',
  },
  idpGroupError: { values: [400, 403], meaning: 'Status of a write to a group that an identity provider owns.' },
  appIsJiraAdmin: { values: [true, false], meaning: "Whether the app's own user holds Administer Jira." },
  auditLanguage: {
    values: ['english', 'other'],
    meaning: 'Whether category and summary of audit records are in a language that nobody has a list of.',
  },
  auditOrder: { values: ['newest-first', 'oldest-first'], meaning: 'Order of audit records.' },
  auditZonelessIsEmpty: {
    values: [true, false],
    meaning: 'Audit from/to without a UTC offset answer 200 with no records.',
  },
  seatCountDelay: {
    values: [0, 600],
    meaning: 'Seconds (any whole number) until userCount and remainingSeats of a role follow a group change.',
  },
  membershipReadDelay: {
    values: [0, 5],
    meaning: 'Seconds (any whole number) until reads of groups and members follow a group change.',
  },
  removeNonMember: { values: [200, 400, 404], meaning: 'Status of removing somebody who is not in the group.' },
  memberPageOverMax: {
    values: ['clamp', 'reject'],
    meaning: 'group/member asked for more than 50: silently 50, or 400.',
  },
  inlineComments: {
    values: [20, 0],
    meaning: 'How many comments search puts into an issue (any whole number); 0 = all of them.',
  },
  inlineWorklogs: {
    values: [20, 0],
    meaning: 'How many worklogs search puts into an issue (any whole number); 0 = all of them.',
  },
  inlineChangelog: {
    values: [100, 0],
    meaning: 'How many changes search puts into an issue, newest first (any whole number); 0 = all of them.',
  },
  searchDelay: { values: [0, 10], meaning: 'Seconds (any whole number) until search finds what just changed.' },
  updatedByLimit: {
    values: [0, 5],
    meaning: 'Most updatedBy() clauses in one JQL query (any whole number); 0 = no limit.',
  },
  anyContentBlocked: { values: [false, true], meaning: 'A data security policy hides content from the app.' },
  hiddenProjects: {
    values: [0, 2],
    meaning: 'How many projects the app’s own user may not browse (any whole number).',
  },
  restrictedIssues: {
    values: ['hidden-from-app', 'hidden-from-others'],
    meaning:
      'Who can’t see an issue with a security level: the app’s own user only, or everybody but Jira administrators and its creator.',
  },
  outgoingMail: { values: [true, false], meaning: 'Whether the site sends mail; when not, notify answers 403.' },
  mailIsIssueWrite: {
    values: [true, false],
    meaning: 'Whether a mail counts as a write to its issue, of which Jira takes 20 in 2 seconds and 100 in 30.',
  },
  mailToWhoCannotSeeIssue: {
    values: ['dropped', 'sent'],
    meaning: 'A mail about an issue that its recipient may not see: 204 and nothing is mailed, or it is sent.',
  },
  bridgeCallsCharged: {
    values: [false, true],
    meaning: "Whether calls of the page through the bridge cost the app's points.",
  },
  pointsPerHour: { values: [65000], meaning: "The app's hourly points on all sites together (any whole number)." },
  kvsQueryDelay: {
    values: [0, 2],
    meaning: 'Seconds (any whole number) until KVS queries follow a write; reads by key always do.',
  },
  kvsFilterAfterPaging: {
    values: [true, false],
    meaning: 'Entity queries filter after or before cutting pages (after: pages can be short or empty).',
  },
  kvsExpiredReadable: {
    values: [48, 0],
    meaning: 'Hours (any whole number) for which a stored row can still be read after it expired.',
  },
  kvsEntitiesKnown: {
    values: [true, false],
    meaning:
      'Whether the store knows the entities of the manifest; in the first minutes after a deployment it may not.',
  },
  kvsMixedTransactions: {
    values: [false, true],
    meaning: 'Whether one transaction may change both plain keys and entities.',
  },
  kvsTransactionEntities: {
    values: ['one', 'many'],
    meaning: 'Whether one transaction may change rows of one entity or of many.',
  },
  kvsSameKeyInTables: {
    values: ['refused', 'allowed'],
    meaning: 'Whether one transaction may change the same key in two tables.',
  },
  groupIdsInRoles: {
    values: [true, false],
    meaning: 'Whether project roles and permission schemes name groups by id too, or by name only.',
  },
  roleAdminFlag: {
    values: [false, true],
    meaning: 'Whether a role of a project says that it is the one of the administrators.',
  },
  cpuShare: {
    values: ['by-memory', 'whole'],
    meaning: 'Whether a function gets a share of a processor that follows its memory, or a whole one.',
  },
  adminPageListed: {
    values: [true, false],
    meaning: 'Whether Jira settings list the app; its button in Manage apps and its addresses lead there either way.',
  },
  frameHeight: {
    values: ['body-offset', 'scroll-height', 'fixed'],
    meaning:
      'The height of an app’s frame: that of its body, or how far it scrolls, both followed as they change; or fixed to the window.',
  },
  distribution: {
    values: ['shared', 'contributors-only'],
    meaning:
      'Who may use the app and be impersonated by it: everybody, or, where its developer has not shared it, contributors only (here whoever installed it).',
  },
  contextPermissions: {
    values: [false, true],
    meaning: 'Whether the context of a function tells which scopes the site agreed to.',
  },
  viewsReported: {
    values: ['everywhere', 'own-page-only', 'nowhere'],
    meaning:
      'Which views of work items Jira sends as events: all, only those on the page of the work item (not on boards and in lists), or none.',
  },
  eventDelay: {
    values: [180, 0],
    meaning: 'Most seconds (any whole number) that a product event is on its way; 0 = it arrives at once, in order.',
  },
  eventsDoubled: { values: [true, false], meaning: 'Whether some product events are delivered twice.' },
  eventTimestamps: { values: [true, false], meaning: 'Whether product events say when they happened.' },
  ticksDoubled: { values: [true, false], meaning: 'Whether a scheduled trigger sometimes fires twice.' },
  lifecycleEventType: { values: [false, true], meaning: 'Whether the installed event says its type.' },
  installationSettles: {
    values: [60, 0],
    meaning:
      'Seconds (any whole number) after the installation until the app may call Jira and its storage is ready; read when the site starts.',
  },
  pagesWithTotal: { values: [true, false], meaning: 'Whether paged answers carry `total`.' },
} as const satisfies Record<string, { values: readonly (string | number | boolean)[]; meaning: string }>;

export type SwitchName = keyof typeof SWITCHES;
export type SwitchValue = string | number | boolean;

/** The switches of one site; the first listed value is the default. */
export class Switches {
  private readonly values = new Map<SwitchName, SwitchValue>();

  get<Name extends SwitchName>(name: Name): Widened<(typeof SWITCHES)[Name]['values'][number]> {
    return (this.values.get(name) ?? SWITCHES[name].values[0]) as Widened<(typeof SWITCHES)[Name]['values'][number]>;
  }

  /** Sets one switch. Throws an Error that says what is allowed. */
  set(name: string, value: unknown): void {
    this.setAll({ [name]: value });
  }

  /** Sets all of these switches, or none: throws an Error that says what is allowed. */
  setAll(wanted: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(wanted)) check(name, value);
    for (const [name, value] of Object.entries(wanted)) this.values.set(name as SwitchName, value as SwitchValue);
  }

  list(): Record<string, { value: SwitchValue; values: readonly SwitchValue[]; meaning: string }> {
    return Object.fromEntries(
      (Object.keys(SWITCHES) as SwitchName[]).map((name) => [name, { value: this.get(name), ...SWITCHES[name] }]),
    );
  }
}

function check(name: string, value: unknown): void {
  if (!Object.hasOwn(SWITCHES, name))
    throw new Error(`no switch named ${name}; there are: ${Object.keys(SWITCHES).join(', ')}`);
  const { values, meaning } = SWITCHES[name as SwitchName];
  const anyNumber = meaning.includes('any whole number');
  const fits =
    (values as readonly unknown[]).includes(value) || (anyNumber && Number.isInteger(value) && Number(value) >= 0);
  if (!fits)
    throw new Error(
      `switch ${name} takes ${anyNumber ? 'a whole number' : values.map((v) => JSON.stringify(v)).join(' or ')}`,
    );
}

type Widened<T> = T extends boolean ? boolean : T extends number ? number : T;
