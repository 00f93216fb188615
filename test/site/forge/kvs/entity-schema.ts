import type { EntityDeclaration } from '../manifest/manifest-schema';
import { checkType, type AttributeType } from './attribute-types';
import { checkFilters, checkRangeCondition } from './condition-rules';
import type { Place } from './index-view';
import { jsonBytes } from '../json-bytes';
import { badRequest } from './kvs-error';
import type { Condition, Filters } from './requests';

const MAX_RANGE_BYTES = 900;
const MAX_PARTITION_BYTES = 1_700;

interface IndexDeclaration {
  readonly name: string;
  readonly partition: readonly string[];
  readonly range: readonly string[];
}

export const BY_KEY = 'by-key';
export const byKey: Place = (key) => ({ partition: '', value: key });

/** What the manifest says about one custom entity, and the checks that follow from it. */
export class EntitySchema {
  private readonly indexes: ReadonlyMap<string, IndexDeclaration>;

  constructor(private readonly declared: EntityDeclaration) {
    this.indexes = new Map(
      (declared.indexes ?? []).map((index) =>
        typeof index === 'string'
          ? [index, { name: index, partition: [], range: [index] }]
          : [index.name, { name: index.name, partition: index.partition ?? [], range: index.range }],
      ),
    );
  }

  /** How rows are placed in each declared index; every entity has `by-key` besides. */
  places(): Record<string, Place> {
    const declared = [...this.indexes.values()].map((index): [string, Place] => [index.name, placeOf(index)]);
    return { ...Object.fromEntries(declared), [BY_KEY]: byKey };
  }

  /** The name under which a partition's rows stand in an index. Refuses an undeclared index or a wrong partition. */
  partition(indexName: string, values: readonly unknown[]): string {
    if (indexName === BY_KEY) return '';
    const index = this.index(indexName);
    if (values.length !== index.partition.length)
      throw badRequest(
        'INVALID_PARTITION',
        `Index '${indexName}' takes ${index.partition.length} partition values, not ${values.length}.`,
      );
    index.partition.forEach((attribute, n) => checkType(attribute, this.typeOf(attribute), values[n]));
    return partitionName(values);
  }

  /** Refuses a condition that the index's range can't be searched by, or whose values are of another type. */
  checkRange(indexName: string, condition: Condition): void {
    if (indexName === BY_KEY) {
      checkRangeCondition('key', 'string', condition);
      return;
    }
    const [range = ''] = this.index(indexName).range;
    checkRangeCondition(range, this.typeOf(range), condition);
  }

  /** Refuses filters that don't fit the attributes they name. */
  checkFilters(filters: Filters): void {
    checkFilters(filters, (attribute) => this.typeOf(attribute));
  }

  /** Refuses a value whose attributes are not declared or do not have the declared type, or are too long to index. */
  check(value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw badRequest('INVALID_ENTITY_VALUE', `A value of entity '${this.declared.name}' must be an object.`);
    for (const [attribute, content] of Object.entries(value)) checkType(attribute, this.typeOf(attribute), content);
    for (const index of this.indexes.values()) checkIndexedSizes(index, value as Record<string, unknown>);
  }

  private index(name: string): IndexDeclaration {
    const index = this.indexes.get(name);
    if (index !== undefined) return index;
    throw badRequest('INVALID_ENTITY_INDEX', `Index '${name}' is not declared on entity '${this.declared.name}'.`);
  }

  private typeOf(attribute: string): AttributeType {
    const type = this.declared.attributes[attribute]?.type;
    if (type !== undefined) return type;
    const { name } = this.declared;
    throw badRequest('INVALID_ENTITY_ATTRIBUTE', `Attribute '${attribute}' is not declared on entity '${name}'.`);
  }
}

function placeOf({ partition, range }: IndexDeclaration): Place {
  return (_key, value) => {
    const attributes = value as Record<string, unknown>;
    const ranged = attributes[range[0] ?? ''];
    const parts = partition.map((name) => attributes[name]);
    if (ranged === undefined || parts.includes(undefined)) return undefined;
    return { partition: partitionName(parts), value: ranged };
  };
}

const partitionName = (values: readonly unknown[]) => (values.length === 0 ? '' : JSON.stringify(values));

const indexedBytes = (value: unknown) => (typeof value === 'string' ? Buffer.byteLength(value) : jsonBytes(value));

function checkIndexedSizes({ name, partition, range }: IndexDeclaration, value: Record<string, unknown>): void {
  const size = (names: readonly string[]) =>
    names.reduce((bytes, attribute) => bytes + indexedBytes(value[attribute]), 0);
  if (size(range) > MAX_RANGE_BYTES)
    throw badRequest('INVALID_ENTITY_VALUE', `The range of index '${name}' is over ${MAX_RANGE_BYTES} bytes.`);
  if (size(partition) > MAX_PARTITION_BYTES)
    throw badRequest('INVALID_ENTITY_VALUE', `The partition of index '${name}' is over ${MAX_PARTITION_BYTES} bytes.`);
}
