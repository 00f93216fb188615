import { bytes, floats, integers } from './column';

export const COMMENT = 0;
export const HISTORY = 1;
export const WORKLOG = 2;

/** `editor` of an event whose file record names none. */
export const NOT_GIVEN = -2;

/** Number handed out for an id that is not a number itself: Jira's own ids are. */
const FIRST_INVENTED_ID = 9_000_000_000;

export interface NewEvent {
  readonly kind: number;
  readonly id: string | number;
  readonly author: number;
  readonly created: number;
  readonly updated: number;
  readonly editor: number;
  readonly started: number;
}

/** Comments, changes and worklogs of all issues in columns; an issue owns a contiguous run of them. */
export class EventTable {
  private columns = {
    kind: bytes(),
    id: floats(),
    author: integers(),
    created: floats(),
    updated: floats(),
    editor: integers(),
    started: floats(),
  };
  private namedIds: string[] = [];

  get length(): number {
    return this.columns.kind.length;
  }

  fork(): EventTable {
    const copy = new EventTable();
    const { kind, id, author, created, updated, editor, started } = this.columns;
    copy.columns = {
      kind: kind.fork(),
      id: id.fork(),
      author: author.fork(),
      created: created.fork(),
      updated: updated.fork(),
      editor: editor.fork(),
      started: started.fork(),
    };
    copy.namedIds = [...this.namedIds];
    return copy;
  }

  push(event: NewEvent): void {
    const { columns } = this;
    columns.kind.push(event.kind);
    columns.id.push(this.encodeId(event.id));
    columns.author.push(event.author);
    columns.created.push(event.created);
    columns.updated.push(event.updated);
    columns.editor.push(event.editor);
    columns.started.push(event.started);
  }

  kind = (event: number): number => this.columns.kind.get(event);
  /** Index of the author in the table's accounts, -1 for nobody. */
  author = (event: number): number => this.columns.author.get(event);
  created = (event: number): number => this.columns.created.get(event);
  updated = (event: number): number => this.columns.updated.get(event);
  editorGiven = (event: number): boolean => this.columns.editor.get(event) !== NOT_GIVEN;
  /** Who made the last change: the author unless the record says otherwise. */
  editor = (event: number): number =>
    this.editorGiven(event) ? this.columns.editor.get(event) : this.columns.author.get(event);
  started = (event: number): number => this.columns.started.get(event);
  /** The id as the data file has it. */
  fileId = (event: number): string => {
    const id = this.columns.id.get(event);
    return id >= 0 ? String(id) : (this.namedIds[-1 - id] ?? '');
  };
  /** The id as the API answers it: always a whole number. */
  apiId = (event: number): number => {
    const id = this.columns.id.get(event);
    return id >= 0 ? id : FIRST_INVENTED_ID - id;
  };
  /** Two events of one kind have the same id exactly when these are equal. */
  rawId = (event: number): number => this.columns.id.get(event);

  /** The raw id that an id of the file has here; undefined: no event has it. */
  rawIdOf(id: string | number): number | undefined {
    if (typeof id === 'number') return id;
    const number = Number(id);
    if (Number.isSafeInteger(number) && number >= 0 && number < FIRST_INVENTED_ID && String(number) === id)
      return number;
    const known = this.namedIds.indexOf(id);
    return known < 0 ? undefined : -1 - known;
  }

  private encodeId(id: string | number): number {
    const known = this.rawIdOf(id);
    if (known !== undefined || typeof id === 'number') return known ?? Number(id);
    this.namedIds.push(id);
    return -this.namedIds.length;
  }
}
