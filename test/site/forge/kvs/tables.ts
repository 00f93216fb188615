import type { EntityDeclaration } from '../manifest/manifest-schema';
import { BY_KEY, byKey, EntitySchema } from './entity-schema';
import { badRequest } from './kvs-error';
import type { Row } from './row';
import { checkKey, checkValue } from './stored-rules';
import { Table } from './table';

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

  constructor(declared: readonly EntityDeclaration[], now: () => number) {
    this.plain = new Table(now, { [BY_KEY]: byKey });
    this.secret = new Table(now);
    this.entities = new Map(
      declared.map((entity) => {
        const schema = new EntitySchema(entity);
        return [entity.name, { schema, table: new Table(now, schema.places()) }];
      }),
    );
  }

  entity(name: string): { schema: EntitySchema; table: Table } {
    const entity = this.entities.get(name);
    if (entity !== undefined) return entity;
    throw badRequest('INVALID_ENTITY_TYPE', `Entity '${name}' is not declared in the manifest.`);
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
