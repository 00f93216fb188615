/** A refusal of the store in the platform's form: status, code and message as others measured them on the real service. */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (code: string, message: string): KvsError => new KvsError(400, code, message);
export const unprocessable = (message: string): KvsError => new KvsError(422, 'UNPROCESSABLE_ENTITY', message);
export const keyNotFound = (): KvsError => new KvsError(404, 'KEY_NOT_FOUND', 'Provided key does not exist');
export const schemaNotFound = (): KvsError =>
  new KvsError(404, 'SCHEMA_NOT_FOUND', 'The schema provided does not exist');
export const tooFast = (what: string): KvsError => new KvsError(429, 'RATE_LIMIT_EXCEEDED', `${what} is exceeded.`);
