import type { EntityDeclaration } from '../manifest/manifest-schema';
import { badRequest } from './kvs-error';

export type AttributeType = EntityDeclaration['attributes'][string]['type'];

const SMALLEST_INTEGER = -(2 ** 31);
const LARGEST_INTEGER = 2 ** 31 - 1;
const SMALLEST_FLOAT = 1e-130;
const FLOAT_LIMIT = 1e126;

/** Refuses a value that an attribute of this type does not take, be it stored or compared with. */
export function checkType(attribute: string, type: AttributeType, value: unknown): void {
  if (!isOf(type, value))
    throw badRequest('INCORRECT_PROPERTY_TYPE', `Data type for property "${attribute}" is defined as "${type}"`);
  if (typeof value === 'string' && type === 'string' && value.trim() === '')
    throw badRequest('INVALID_ENTITY_VALUE', `Property "${attribute}" must contain a character that is not blank.`);
}

function isOf(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'any':
      return value !== null && value !== undefined;
    case 'integer':
      return Number.isInteger(value) && Number(value) >= SMALLEST_INTEGER && Number(value) <= LARGEST_INTEGER;
    case 'float':
      return value === 0 || (typeof value === 'number' && isInFloatRange(Math.abs(value)));
    default:
      return typeof value === type;
  }
}

const isInFloatRange = (size: number) => size >= SMALLEST_FLOAT && size < FLOAT_LIMIT;
