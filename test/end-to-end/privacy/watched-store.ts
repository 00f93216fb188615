import { AREAS } from '../../../src/adapters/store/personal-data/areas';
import type { Pseudonym } from '../../../src/domain/privacy/pseudonym';
import { splitAccount } from '../../../src/domain/seat-list/account-form';
import type { RunningSite } from '../../site/site';
import { storedText } from '../stored-text';

interface Written {
  readonly entityName?: string;
  readonly key: string;
  readonly value: unknown;
}

/** Their keys name people, and erasing deletes them by name: day stamps, and the links of pseudonyms. */
const BY_NAME = /^(seen|person|pseudonym)\./;

/**
 * Looks at every value that the app writes from here on, also at those that are gone a moment later, and answers the kinds in
 * which somebody would be left if everybody was erased.
 */
export function watchStore(site: RunningSite, accountIds: readonly string[]) {
  const names = new Map<string, Pseudonym>(accountIds.map((id, n) => [id, `person-${n}`]));
  const forms = accountIds.flatMap((id) => [id, splitAccount(id).rest]);
  const seen = new Set<string>();
  const left = new Set<string>();
  const handle = site.forge.kvs.handle.bind(site.forge.kvs);
  site.forge.kvs.handle = (path, body) => {
    const answer = handle(path, body);
    if (answer.status < 300 && !/get$|query$|delete$/.test(path)) writtenIn(JSON.parse(body)).forEach(look);
    return answer;
  };
  function look({ entityName, key, value }: Written): void {
    if (entityName === undefined && BY_NAME.test(key)) return;
    const text = storedText([key, value]);
    if (!forms.some((form) => text.includes(form))) return;
    const kind = `${entityName ?? ''} ${key.split('.')[0] ?? ''}`.trim();
    const area = AREAS.find((each) => each.entity === entityName && key.startsWith(each.prefix));
    const after = area ? area.without(value, names, key) : value;
    const rest = after === undefined ? '' : storedText([key, after]);
    seen.add(area ? `${area.entity ?? ''} ${area.prefix}`.trim() : kind);
    if (forms.some((form) => rest.includes(form))) left.add(kind);
  }
  return { seen, left };
}

/** What a request stores, however many together. */
function writtenIn(body: unknown): Written[] {
  if (Array.isArray(body)) return body.flatMap(writtenIn);
  if (body === null || typeof body !== 'object') return [];
  if ('key' in body && 'value' in body) return [body as Written];
  return Object.values(body).flatMap(writtenIn);
}
