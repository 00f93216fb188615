import type { SiteCheckName } from '../../../../../src/shared/contract';

export type Tone = 'success' | 'warning' | 'danger' | 'neutral';

interface OutcomeWords {
  readonly state: string;
  readonly tone: Tone;
  /** What it means for the app, and what to do. */
  readonly meaning: string;
}

interface CheckWords {
  readonly title: string;
  /** What is tried; shown until there is an answer. */
  readonly what: string;
  readonly outcomes: Readonly<Record<string, OutcomeWords>>;
  /** What to do in Jira while the app waits for it. */
  readonly task?: string;
}

const good = (meaning: string, state = 'Works'): OutcomeWords => ({ state, tone: 'success', meaning });
const care = (state: string, meaning: string): OutcomeWords => ({ state, tone: 'warning', meaning });
const bad = (state: string, meaning: string): OutcomeWords => ({ state, tone: 'danger', meaning });

const NOT_SITE_ADMINISTRATOR = care('Needs another person', 'Ask a site administrator to run this check.');
const NOT_HARMLESS = care(
  'Not tried',
  'The group license-management-site-check has members or gives access. Empty it, then repeat.',
);
const UNFINISHED = care('Not finished', 'The check was cut off. Run it again.');

function views(title: string, place: string, task: string): CheckWords {
  return {
    title,
    what: `We wait for Jira to report a view ${place}.`,
    task,
    outcomes: {
      arrive: good(`Jira reports views ${place}.`),
      missing: care('Not reported', `Jira does not report views ${place}. The coverage says so.`),
    },
  };
}

/** The sentences of every check. */
export const CHECK_WORDS: Readonly<Record<SiteCheckName, CheckWords>> = {
  'group-write-present': {
    title: 'Change a group yourself',
    what: 'We add you to an empty test group and remove you again.',
    outcomes: {
      works: good('You can take seats back one by one.'),
      refused: bad('Refused', 'Jira did not let you change a group. No seat can be taken back.'),
      'not-site-administrator': NOT_SITE_ADMINISTRATOR,
      'not-harmless': NOT_HARMLESS,
    },
  },
  'group-write-background': {
    title: 'Change a group in the background',
    what: 'A job adds you to an empty test group and removes you again.',
    outcomes: {
      works: good('Jobs can take seats back.'),
      refused: care('Refused', 'Jobs take no seats back here. Reclaim one by one.'),
      'not-site-administrator': NOT_SITE_ADMINISTRATOR,
      'not-harmless': NOT_HARMLESS,
      unfinished: UNFINISHED,
    },
  },
  'administer-right': {
    title: 'Rights of the app',
    what: 'We read application roles and the audit log as the app.',
    outcomes: {
      complete: good('The app administers Jira and reads the audit log.'),
      'no-audit-log': care('No audit log', 'Without an audit log, we call nobody inactive.'),
      missing: bad('Missing', 'The app does not administer Jira. Reinstall it, or contact support.'),
    },
  },
  'storage-transaction': {
    title: 'Storage transactions',
    what: 'We write scratch records in one transaction and delete them.',
    outcomes: {
      everything: good('One transaction may span entities and keys.'),
      'entities-only': good('One transaction may span entities. That is enough.'),
      'entity-and-key': good('One transaction may span an entity and a key. That is enough.'),
      'one-entity-only': good('One transaction takes one entity. That is enough.'),
    },
  },
  'ways-in': {
    title: 'Ways into the app',
    what: 'We list the pages through which somebody has opened the app.',
    outcomes: {
      all: good('Every way into the app was used.'),
      some: care('Not all used', 'Open the app in each way below, then repeat.'),
    },
  },
  'admin-page-listed': {
    title: 'Entry in Jira settings',
    what: 'Do you see License management under Apps in Jira settings?',
    outcomes: {
      listed: good('Jira settings list the app.', 'Listed'),
      'not-listed': care('Not listed', 'Use the Apps menu, or Get started in Manage apps.'),
    },
  },
  'other-people': {
    title: 'Other people',
    what: 'We look up whether anybody but the first person opened the app.',
    outcomes: {
      'opened-it': good('More than one person opened the app.'),
      'none-yet': care('None yet', 'Ask a colleague to open My Jira seat. If refused, share the app.'),
    },
  },
  'frame-height': {
    title: 'Height of the frame',
    what: 'We make this page higher for a moment and measure the frame.',
    outcomes: {
      grows: good('The frame follows the page.', 'Follows'),
      fixed: good('The frame keeps its height, and the page scrolls.', 'Fixed'),
    },
  },
  'installed-event': {
    title: 'Event of the installation',
    what: 'We look up whether Forge reported the installation.',
    outcomes: {
      'with-type': good('Forge reported the installation, with its type.', 'Seen'),
      'without-type': good('Forge reported the installation, without its type.', 'Seen'),
      'not-seen': care('Not seen', 'The log began with the first hourly job instead.'),
    },
  },
  'context-permissions': {
    title: 'Granted scopes',
    what: 'We look up whether Forge says which scopes were agreed to.',
    outcomes: {
      listed: good('Forge lists the scopes.', 'Listed'),
      absent: care('Not listed', 'Jira decides at each call. Missing scopes show as refusals.'),
    },
  },
  'bridge-points': {
    title: 'Points of browser calls',
    what: 'We call Jira from this page and read its rate-limit headers.',
    outcomes: {
      free: good('Reading in a browser costs the app no points.', 'Free'),
      charged: care('Charged', 'Browser reading costs points. We count them and no longer offer it.'),
      'not-shown': care('Unknown', 'Jira sent no headers. We treat browser reading as free.'),
    },
  },
  'job-memory': {
    title: 'Memory of a long job',
    what: 'A job works on as many made-up seats as this site has.',
    outcomes: {
      enough: good('A quarter of the memory or more is to spare.'),
      tight: care('Tight', 'Less than a quarter is to spare. Send us the support file.'),
      stopped: bad('Stopped', 'Forge stopped the job each time. Send us the support file.'),
      unfinished: UNFINISHED,
    },
  },
  'work-events': {
    title: 'Events of work',
    what: 'We wait for Jira to report that you changed a work item.',
    task: 'Comment on any work item.',
    outcomes: {
      arrive: good('Jira reports work.'),
      missing: bad('Not reported', 'Jira reports no work. Activity is read by search, which costs more.'),
    },
  },
  'work-item-views': views(
    'Views on the work item’s page',
    'on the work item’s page',
    'Open a work item in its own tab.',
  ),
  'board-views': views('Views on boards', 'on boards', 'Open a board and click a work item there.'),
  'list-views': views('Views in lists', 'in lists', 'Open a project’s list and click a work item there.'),
  'account-types': {
    title: 'Kinds of accounts',
    what: 'We read some members of seat-giving groups. It costs up to 1,000 points.',
    outcomes: {
      known: good('Every account read is of a known kind.', 'Known'),
      'unknown-types': care('Unknown kinds', 'We leave accounts of unknown kinds alone. Send us the support file.'),
      'none-read': care('None read', 'No group gives a seat, so there was nobody to read.'),
    },
  },
};

/** What was measured, as it is shown below the meaning; a fact without words is not shown. */
export const FACT_WORDS: Readonly<Record<string, string>> = {
  status: 'Jira’s status',
  lateSeconds: 'Seconds late',
  copies: 'Times reported',
  peakMb: 'Peak in MB',
  limitMb: 'Declared MB',
  seats: 'Seats',
  read: 'Accounts read',
  guests: 'Guests',
  unknown: 'Unknown kinds',
  heightBefore: 'Frame before, pixels',
  heightAfter: 'Frame after, pixels',
  scopes: 'Scopes listed',
  'license-management': 'Jira settings',
  'get-started': 'Get started in Manage apps',
  'global-page': 'Apps menu',
  'my-seat': 'My Jira seat',
};
