import type { AccountId } from '../domain/identifiers';
import type { NoticeSettings } from '../domain/notice';
import { isFailure } from '../ports/failures';
import type { Ports } from '../ports/ports';
import { done, refuse, type Outcome } from './outcome';

/** What a key of a work item looks like: letters, a hyphen, a number. */
const KEY = /^[A-Z][A-Z0-9_]*-\d+$/;

/** Chooses the work item through which Jira mails people, after Jira said that the app can see it. Recorded. */
export async function saveNoticeSettings(
  {
    caller,
    revision,
    workItem,
  }: { readonly caller: AccountId; readonly revision: number; readonly workItem: string | null },
  { settings, notifier, evidence, clock }: Pick<Ports, 'settings' | 'notifier' | 'evidence' | 'clock'>,
): Promise<Outcome<NoticeSettings>> {
  const key = workItem?.trim().toUpperCase() ?? '';
  if (key !== '' && !KEY.test(key)) return problem('The key of a work item looks like ABC-123.');
  const found = key === '' ? null : await notifier.findWorkItem(key);
  if (found === undefined)
    return problem(`There is no work item ${key}, or this app may not see it. Choose one that everybody may see.`);
  try {
    const saved = await settings.replaceNoticeSettings({ revision, workItem: found });
    await evidence.append({
      kind: 'notice-settings-saved',
      at: clock.now(),
      by: caller,
      subject: null,
      candidate: null,
      text: found ? `People are mailed through ${found.key} from now on.` : 'Nobody can be mailed from now on.',
      details: { workItem: found?.key ?? null },
    });
    return done(saved);
  } catch (error) {
    if (!isFailure(error, 'store-conflict')) throw error;
    return refuse('conflict', 'Somebody else changed this setting. Look at it again and make your change anew.');
  }
}

function problem(text: string): Outcome<never> {
  return refuse('bad-input', text, [{ field: 'workItem', problem: text }]);
}
