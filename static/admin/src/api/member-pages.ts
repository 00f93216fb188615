import { requestJira } from '@forge/bridge';
import type { HandedInPage } from '../../../../src/shared/contract';

/** What Jira answered to one request for a page of members, made in the name of the person at the page. */
export type MemberPageAnswer =
  | { readonly kind: 'page'; readonly page: Pick<HandedInPage, 'total' | 'isLast' | 'members'> }
  /** 429: Jira asks for a pause. */
  | { readonly kind: 'pause'; readonly seconds: number }
  /** 4xx: asking again does not help. */
  | { readonly kind: 'refused'; readonly status: number }
  /** 5xx, no answer, or one that does not have the documented form. */
  | { readonly kind: 'failed' };

const PAGE = 50;
/** When Jira does not say how long. */
const PAUSE_SECONDS = 5;

/** Reads one page through the product's bridge. Never throws. */
export async function readMemberPage(groupId: string, startAt: number): Promise<MemberPageAnswer> {
  const path = `/rest/api/3/group/member?groupId=${encodeURIComponent(groupId)}&startAt=${startAt}&maxResults=${PAGE}`;
  try {
    const response = await requestJira(path, { headers: { accept: 'application/json' } });
    if (response.ok) return understood(await response.json());
    if (response.status === 429) return { kind: 'pause', seconds: pauseOf(response.headers) };
    return response.status < 500 ? { kind: 'refused', status: response.status } : { kind: 'failed' };
  } catch (error) {
    console.warn('Jira did not answer a request for members', error);
    return { kind: 'failed' };
  }
}

function pauseOf(headers: Headers): number {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds : PAUSE_SECONDS;
}

/** Only what the app needs of each member goes on; names stay with Jira. */
function understood(body: unknown): MemberPageAnswer {
  const { values, total, isLast } = (body ?? {}) as { values?: unknown; total?: unknown; isLast?: unknown };
  if (!Array.isArray(values) || typeof isLast !== 'boolean') return { kind: 'failed' };
  const members = values.flatMap((value: unknown) => {
    const { accountId, accountType, active } = (value ?? {}) as Record<string, unknown>;
    const isWhole = typeof accountId === 'string' && typeof accountType === 'string' && typeof active === 'boolean';
    return isWhole ? [{ accountId, accountType, active }] : [];
  });
  if (members.length < values.length) return { kind: 'failed' };
  return { kind: 'page', page: { total: typeof total === 'number' ? total : null, isLast, members } };
}
