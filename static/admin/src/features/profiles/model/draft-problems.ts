import type { Instant, JiraGroupView, ProfileView } from '../../../../../../src/shared/contract';
import { USUAL_LOOK_BACK_DAYS, type Field, type ProfileDraft } from './profile-draft';
import { DAY_MS } from '../../../components/day';

export const NAME_LENGTH = 100;
export const MAX_LOOK_BACK_DAYS = 365;
/** A form that stood open for a while is not refused for it. */
const TOLERANCE_MS = 3_600_000;

export interface DraftContext {
  /** The saved profile that is edited. */
  readonly base: ProfileView | undefined;
  readonly others: readonly ProfileView[];
  readonly groups: readonly JiraGroupView[];
  /** The server's clock, milliseconds. */
  readonly now: number;
}

export type Problems = Partial<Record<Field, string>>;

/** What the app would refuse, field by field, so that it is told while typing. The app checks again when it saves. */
export function problemsOf(draft: ProfileDraft, context: DraftContext): Problems {
  const isNameGiven = draft.connectionName.trim() !== '' || context.base !== undefined;
  const found: Record<Exclude<Field, 'downloadActivity' | 'reclaim'>, string | undefined> = {
    displayName: nameProblem(draft.displayName, 'profile', names(context, 'displayName')),
    connectionName: isNameGiven
      ? nameProblem(draft.connectionName, 'connection', names(context, 'connectionName'))
      : undefined,
    groupIds: groupsProblem(draft, context.groups),
    analyzeFrom: analyzeFromProblem(draft, context),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}

/** How a date to analyze from stands to the usual 60 days. */
export function lookBack(analyzeFrom: Instant, now: number): 'future' | 'usual' | 'long' | 'too-long' {
  const from = Date.parse(analyzeFrom);
  if (from > now) return 'future';
  if (from >= now - USUAL_LOOK_BACK_DAYS * DAY_MS - TOLERANCE_MS) return 'usual';
  return from >= now - MAX_LOOK_BACK_DAYS * DAY_MS - TOLERANCE_MS ? 'long' : 'too-long';
}

/** Groups that make people administrators: they are never changed. */
export function isAdministrators({ access }: JiraGroupView): boolean {
  return access === 'admin' || access === 'site-admin';
}

function names({ others }: DraftContext, field: 'displayName' | 'connectionName'): readonly string[] {
  return others.map((other) => other[field].toLowerCase());
}

function nameProblem(name: string, what: 'profile' | 'connection', taken: readonly string[]): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return `Give the ${what} a name.`;
  if (trimmed.length > NAME_LENGTH) return `Use at most ${NAME_LENGTH} characters.`;
  return taken.includes(trimmed.toLowerCase()) ? `Another ${what} has this name. Choose a different one.` : undefined;
}

function groupsProblem({ groupIds, reclaim }: ProfileDraft, groups: readonly JiraGroupView[]): string | undefined {
  if (groupIds.length === 0) return 'Select at least one group that gives a seat.';
  if (!reclaim) return undefined;
  const refused = groups.filter((group) => groupIds.includes(group.id) && isAdministrators(group));
  if (refused.length === 0) return undefined;
  const which = refused.map(({ name }) => name).join(', ');
  return `Administrators’ groups can’t be selected while Reclaim is on: ${which}. Take them out, or switch Reclaim off.`;
}

function analyzeFromProblem(draft: ProfileDraft, { base, now }: DraftContext): string | undefined {
  if (!draft.downloadActivity || draft.analyzeFrom === base?.analyzeFrom) return undefined;
  switch (lookBack(draft.analyzeFrom, now)) {
    case 'future':
      return 'Choose a date in the past.';
    case 'too-long':
      return `Choose a date at most ${MAX_LOOK_BACK_DAYS} days back: nothing older is analyzed.`;
    case 'long':
      return draft.lookBackConfirmed ? undefined : 'Look at what this date costs and confirm it.';
    case 'usual':
      return undefined;
  }
}
