import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { RecordedExchange } from '../core/exchange';
import { NO_LONGER_KEPT } from './door/traffic';
import { OpenApiDocument, type ApiOperation, type RawDocument, type Schema } from './openapi-document';

/** Statuses Jira answers although the document does not list them for the operation. */
const UNDECLARED = new Set([
  'GET /rest/api/3/auditing/record 400',
  'GET /rest/api/3/user 400',
  'GET /rest/api/3/user/groups 400',
  'GET /rest/api/3/issue/{issueIdOrKey} 400',
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog 400',
  'GET /rest/api/3/worklog/updated 400',
  'GET /rest/api/3/component 400',
  'GET /rest/api/3/license/approximateLicenseCount/product/{applicationKey} 404',
]);
/** Any operation can answer these. */
const ALWAYS = new Set([401, 429]);
/** What the site itself says when it does not model something: not Jira's word. */
const NOT_MODELED = 501;

/**
 * Holds recorded exchanges to Atlassian's OpenAPI document: answers must fit their schema (additional properties are
 * allowed), and a success must not be the answer to a request the document does not allow. Answers one line a finding.
 */
export function checkExchanges(specPath: string, exchanges: readonly RecordedExchange[]): string[] {
  const checker = new Checker(new OpenApiDocument(JSON.parse(readFileSync(specPath, 'utf8')) as RawDocument));
  return exchanges
    .filter(({ fault, status }) => !fault && status !== NOT_MODELED && status !== 0)
    .filter(({ responseBody }) => responseBody !== NO_LONGER_KEPT)
    .flatMap((exchange) =>
      checker.check(exchange).map((finding) => `${exchange.method} ${exchange.url} → ${exchange.status}: ${finding}`),
    );
}

class Checker {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  /** Query values are text: they are read as the type the document wants. */
  private readonly lenient = new Ajv({ strict: false, allErrors: true, logger: false, coerceTypes: 'array' });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenApiDocument) {
    for (const ajv of [this.ajv, this.lenient]) {
      addFormats(ajv);
      for (const format of ['int32', 'int64', 'double', 'float']) ajv.addFormat(format, true);
      ajv.addSchema({ $id: 'document', components: document.components });
    }
  }

  check(exchange: RecordedExchange): string[] {
    const url = new URL(exchange.url, 'http://site');
    const operation = this.document.find(exchange.method, url.pathname);
    if (operation === undefined) return ['the document has no such operation'];
    const request = exchange.status < 300 ? this.request(operation, url.searchParams, exchange.requestBody) : [];
    return [...request, ...this.response(operation, exchange)];
  }

  private request(operation: ApiOperation, query: URLSearchParams, body: unknown): string[] {
    const findings: string[] = [];
    for (const name of new Set(query.keys()))
      if (!operation.query.has(name)) findings.push(`unknown query parameter ${name}`);
    for (const [name, { schema, required }] of operation.query) {
      const values = query.getAll(name);
      if (values.length === 0 && required) findings.push(`missing query parameter ${name}`);
      if (values.length === 0) continue;
      const value = schema['type'] === 'array' ? values.flatMap((one) => one.split(',')) : values[0];
      const wrapped = { type: 'object', properties: { value: schema } };
      findings.push(...this.validate(this.lenient, `${operation.id} ?${name}`, wrapped, { value }));
    }
    if (operation.body !== undefined && body !== undefined)
      findings.push(...this.validate(this.ajv, `${operation.id} body`, operation.body, body));
    return findings;
  }

  private response(operation: ApiOperation, { status, responseBody }: RecordedExchange): string[] {
    if (!operation.responses.has(status))
      return ALWAYS.has(status) || UNDECLARED.has(`${operation.name} ${status}`) ? [] : ['undeclared status'];
    const schema = operation.responses.get(status);
    if (schema === undefined) return [];
    return this.validate(this.ajv, `${operation.id} ${status}`, schema, responseBody);
  }

  private validate(ajv: Ajv, name: string, schema: Schema, value: unknown): string[] {
    let validate = this.compiled.get(name);
    if (validate === undefined) this.compiled.set(name, (validate = ajv.compile(schema)));
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath} ${message ?? ''}`);
  }
}
