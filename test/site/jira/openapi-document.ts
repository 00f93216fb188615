export type Schema = Record<string, unknown>;

export interface ApiOperation {
  readonly id: string;
  /** `METHOD /path/with/{placeholders}`. */
  readonly name: string;
  readonly query: ReadonlyMap<string, { readonly schema: Schema; readonly required: boolean }>;
  readonly body: Schema | undefined;
  /** Declared statuses; undefined where the document gives no schema. */
  readonly responses: ReadonlyMap<number, Schema | undefined>;
  /** Scope sets, classic first, as the document lists them. */
  readonly scopes: readonly (readonly string[])[];
}

interface RawOperation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  'x-atlassian-oauth2-scopes'?: { scheme: string; scopes: string[] }[];
}

export interface RawDocument {
  paths: Record<string, Record<string, RawOperation>>;
  components: Schema;
}

/** Atlassian's OpenAPI 3.0 document, its schemas turned into JSON schemas that allow additional properties. */
export class OpenApiDocument {
  readonly operations: readonly ApiOperation[];
  readonly components: Schema;

  constructor(raw: RawDocument) {
    this.components = jsonSchema(raw.components) as Schema;
    this.operations = Object.entries(raw.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => read(`${method.toUpperCase()} ${path}`, operation)),
    );
  }

  /** The operation of a request; paths without placeholders win. */
  find(method: string, path: string): ApiOperation | undefined {
    const fitting = this.operations.filter(({ name }) => pattern(name).test(`${method} ${path}`));
    return fitting.sort((a, b) => placeholders(a.name) - placeholders(b.name))[0];
  }
}

const pattern = (name: string): RegExp => new RegExp(`^${name.replace(/\{\w+\}/g, '[^/]+')}$`);
const placeholders = (name: string): number => name.split('{').length;

function read(name: string, operation: RawOperation): ApiOperation {
  const schemaOf = (content: Record<string, { schema?: Schema }> | undefined): Schema | undefined => {
    const schema = content?.['application/json']?.schema;
    return schema === undefined ? undefined : (jsonSchema(schema) as Schema);
  };
  const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return {
    id: operation.operationId,
    name,
    query: new Map(
      parameters.map(({ name: parameter, schema, required }) => [
        parameter,
        { schema: jsonSchema(schema ?? {}) as Schema, required: required === true },
      ]),
    ),
    body: schemaOf(operation.requestBody?.content),
    responses: new Map(
      Object.entries(operation.responses).map(([status, { content }]) => [Number(status), schemaOf(content)]),
    ),
    scopes: (operation['x-atlassian-oauth2-scopes'] ?? []).map(({ scopes }) => scopes),
  };
}

/** Keys whose values are data, not schemas. */
const DATA = new Set(['example', 'examples', 'enum', 'default', 'required']);

function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Schema;
  if (typeof source['$ref'] === 'string') return { $ref: source['$ref'].replace('#/', 'document#/') };
  const schema: Schema = {};
  for (const [key, inner] of Object.entries(source)) schema[key] = DATA.has(key) ? inner : jsonSchema(inner);
  if (schema['additionalProperties'] === false) delete schema['additionalProperties'];
  if (schema['nullable'] === true && typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null'];
  delete schema['nullable'];
  return schema;
}
