import { badRequest } from './answer';

/** The query parameters of one request, read as the types Jira documents. */
export class Query {
  constructor(private readonly params: URLSearchParams) {}

  names(): string[] {
    return [...new Set(this.params.keys())];
  }
  has(name: string): boolean {
    return this.params.has(name);
  }
  text(name: string): string | undefined {
    return this.params.get(name) ?? undefined;
  }
  texts(name: string): string[] {
    return this.params.getAll(name);
  }
  /** A parameter that takes a comma list, repetition, or both. */
  list(name: string): string[] | undefined {
    if (!this.params.has(name)) return undefined;
    return this.texts(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }
  required(name: string, message = `The parameter '${name}' is required.`): string {
    const value = this.text(name);
    if (value === undefined || value === '') throw badRequest(message);
    return value;
  }
  whole(name: string, preset: number): number {
    const value = this.text(name);
    if (value === undefined || value === '') return preset;
    if (!/^-?\d{1,15}$/.test(value)) throw badRequest(`The value '${value}' of '${name}' is not a whole number.`);
    return Number(value);
  }
  flag(name: string, preset: boolean): boolean {
    const value = this.text(name);
    if (value === undefined || value === '') return preset;
    if (value !== 'true' && value !== 'false') throw badRequest(`The value '${value}' of '${name}' is not a boolean.`);
    return value === 'true';
  }
  toString(): string {
    return this.params.toString();
  }
}
