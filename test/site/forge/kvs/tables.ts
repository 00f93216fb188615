import type { EntityDeclaration } from '../manifest/manifest-schema';
import { BY_KEY, byKey, EntitySchema } from './entity-schema';
import { schemaNotFound } from './kvs-error';
import type { Row } from './row';
import { checkKey, checkValue } from './stored-rules';
import { Table, type StoreTimes } from './table';

export interface StoreSnapshot {
  readonly plain: readonly [string, Row][];
  readonly secret: readonly [string, Row][];
  readonly entities: Readonly<Record<string, readonly [string, Row][]>>;
}

/** Everything an installation has stored: plain keys, secrets, and one table per custom entity. */
export class Tables {
  readonly plain: Table;
  readonly secret: Table;
  private readonly entities: ReadonlyMap<string, { schema: EntitySchema; table: Table }>;

  constructor(
    declared: readonly EntityDeclaration[],
    times: StoreTimes,
    /** In the first minutes after a deployment the store does not know the declared entities yet. */
    private readonly knowsEntities: () => boolean,
  ) {
    this.plain = new Table(times, { [BY_KEY]: byKey });
    this.secret = new Table(times);
    this.entities = new Map(
      declared.map((entity) => {
        const schema = new EntitySchema(entity);
        return [entity.name, { schema, table: new Table(times, schema.places()) }];
      }),
    );
  }

  entity(name: string): { schema: EntitySchema; table: Table } {
    const entity = this.entities.get(name);
    if (entity === undefined || !this.knowsEntities()) throw schemaNotFound();
    return entity;
  }

  table(entityName: string | undefined): Table {
    return entityName === undefined ? this.plain : this.entity(entityName).table;
  }

  /** Checks what is about to be stored and answers its size. */
  check(key: string, value: unknown, entityName: string | undefined): number {
    checkKey(key);
    const bytes = checkValue(value);
    if (entityName !== undefined) this.entity(entityName).schema.check(value);
    return bytes;
  }

  /** Every stored value whose key begins so; of secrets only the keys. */
  dump(prefix: string): { plain: object; entities: object; secretKeys: string[] } {
    const values = (table: Table) =>
      Object.fromEntries(
        table
          .entries()
          .filter(([key]) => key.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, { value }]) => [key, value]),
      );
    return {
      plain: values(this.plain),
      entities: Object.fromEntries([...this.entities].map(([name, { table }]) => [name, values(table)])),
      secretKeys: Object.keys(values(this.secret)),
    };
  }

  snapshot(): StoreSnapshot {
    const entities = [...this.entities].map(([name, { table }]) => [name, table.entries()] as const);
    return {
      plain: this.plain.entries(),
      secret: this.secret.entries(),
      entities: Object.fromEntries(entities),
    };
  }

  restore(snapshot: StoreSnapshot): void {
    this.plain.load(snapshot.plain);
    this.secret.load(snapshot.secret);
    for (const [name, { table }] of this.entities) table.load(snapshot.entities[name] ?? []);
  }
}
