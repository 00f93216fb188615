import { join } from 'node:path';
import { loadManifest } from '../site/forge/manifest/manifest';

/**
 * What Forge demands of custom entities. After the first deployment attributes can't be removed or get another type, and from
 * staging on indexes can't be removed, so a mistake here is for ever.
 */
const { entities } = loadManifest(join(__dirname, '../..'));
type Entity = (typeof entities)[number];

const indexesOf = ({ indexes = [] }: Entity) =>
  indexes.map((index) => (typeof index === 'string' ? { name: index, partition: [], range: [index] } : index));
const attributesOf = (entity: Entity) => Object.entries(entity.attributes);

test('there are at most 20 entities, each named once and as Forge allows', () => {
  const names = entities.map(({ name }) => name);
  expect(names.length).toBeLessThanOrEqual(20);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?=.{3,60}$)(?![-_.])(?!.*\.\.)[a-z0-9:\-_.]*(?<!\.)$/);
});

describe.each(entities.map((entity) => [entity.name, entity] as const))('%s', (_, entity) => {
  test('has at most 50 attributes, named as Forge allows', () => {
    expect(attributesOf(entity).length).toBeLessThanOrEqual(50);
    for (const [name] of attributesOf(entity)) expect(name).toMatch(/^(?=.{1,30}$)[_A-Za-z][_0-9A-Za-z]*$/);
  });

  test('has at most 7 indexes, each named once and as Forge allows', () => {
    const names = indexesOf(entity).map(({ name }) => name);
    expect(names.length).toBeLessThanOrEqual(7);
    expect(new Set([...names, 'by-key']).size).toBe(names.length + 1);
    for (const name of names) expect(name).toMatch(/^(?=.{3,50}$)(?!\.)(?!.*\.\.)[a-zA-Z0-9:\-_.]*(?<!\.)$/);
  });

  test('indexes one range of declared attributes, none of them of any type', () => {
    for (const { range, partition = [] } of indexesOf(entity)) {
      expect(range).toHaveLength(1);
      for (const attribute of [...range, ...partition]) {
        expect(entity.attributes[attribute]?.type).toMatch(/^(string|integer|float|boolean)$/);
      }
    }
  });

  test('counts with integers, which end at 2,147,483,647, and keeps moments in floats', () => {
    const ofType = (wanted: string) =>
      attributesOf(entity).flatMap(([name, { type }]) => (type === wanted ? [name] : []));
    for (const name of ofType('integer')) expect(['revision', 'sequence']).toContain(name);
    for (const name of ofType('float')) expect(name).toMatch(/^at$|At$/);
    for (const [name, { type }] of attributesOf(entity))
      if (/^at$|At$/.test(name)) expect([name, type]).toEqual([name, 'float']);
  });
});
