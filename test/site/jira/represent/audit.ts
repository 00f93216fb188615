import type { AuditRecord } from '../data/records';
import type { SiteState } from '../state/site-state';
import { jiraTime } from './times';

/** An audit record; for accounts the object's name is the account id, as on a live site. */
export function auditBean(state: SiteState, record: AuditRecord) {
  const group = record.group === undefined ? undefined : state.directory.group(record.group);
  const groupItem = group === undefined ? undefined : { ...item('GROUP', group.id, group.name) };
  const object = record.object === undefined ? groupItem : objectItem(record.object);
  const associated = record.object === undefined || groupItem === undefined ? [] : [groupItem];
  return {
    id: Number(record.id),
    summary: inLanguage(state, record.summary),
    ...(record.author === null ? {} : { authorKey: record.author, authorAccountId: record.author }),
    created: jiraTime(Date.parse(record.created), state.data.site.timeZone),
    category: inLanguage(state, record.category),
    eventSource: '',
    ...(object === undefined ? {} : { objectItem: object }),
    ...(associated.length === 0 ? {} : { associatedItems: associated }),
  };
}

/** Everything the `filter` of the audit log looks at; the author is not part of it. */
export function filterText(state: SiteState, record: AuditRecord): string {
  const { summary, category, eventSource, objectItem: object, associatedItems } = auditBean(state, record);
  const items = [object, ...(associatedItems ?? [])].flatMap((one) =>
    one === undefined ? [] : [one.name, one.parentName ?? '', one.typeName],
  );
  return [summary, category, eventSource, ...items].join('\n').toLowerCase();
}

/** Words of another language: every letter stands for another one, so that no English word is left in it. */
function inLanguage(state: SiteState, text: string): string {
  if (state.switches.get('auditLanguage') === 'english') return text;
  return text.replace(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x3b0 - 0x40));
}

function objectItem({ type, id, name }: NonNullable<AuditRecord['object']>) {
  return item(type.toUpperCase(), id, type.toUpperCase() === 'USER' ? id : name);
}

function item(typeName: string, id: string, name: string) {
  const inDirectory = typeName === 'USER' || typeName === 'GROUP';
  const parent = inDirectory ? { parentId: '10000', parentName: 'IDP Directory' } : {};
  return { id, name, typeName, ...parent } as { id: string; name: string; typeName: string; parentName?: string };
}
