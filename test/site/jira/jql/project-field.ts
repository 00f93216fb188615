import { badRequest, notModeled } from '../door/answer';
import { any } from './combine';
import { EVERYTHING, NOTHING } from './context';
import { checkShape, isNegative, unsupported, valuesOf, type FieldCompiler, type Term } from './operators';

/** `project` by key, id or name (the local site's projects are named like their keys). */
export const projectField: FieldCompiler = (term) => {
  checkShape(term);
  if (term.operator === 'is') return NOTHING;
  if (term.operator === 'is not') return EVERYTHING;
  if (['>', '>=', '<', '<='].includes(term.operator)) throw unsupported(term);
  const { state } = term.context;
  const projects = valuesOf(term.operand).map((operand) => {
    if (operand.operandType === 'value') return projectNumber(term, operand.value);
    throw notModeled('JQL functions and EMPTY on the field project');
  });
  const projectOf = (row: number): number => state.issues.table.projectIndex(row);
  if (isNegative(term.operator)) return { test: (row) => !projects.includes(projectOf(row)) };
  return any(
    projects.map((project) => ({
      test: (row) => projectOf(row) === project,
      candidates: () => state.index.inProject(project),
    })),
  );
};

function projectNumber({ name, context }: Term, value: string): number {
  const { projects } = context.state.issues.table;
  const found = projects.find(value.toUpperCase()) ?? projects.find(value) ?? byId(value, projects.size);
  if (found === undefined) throw badRequest(`The value '${value}' does not exist for the field '${name}'.`);
  return found;
}

function byId(value: string, size: number): number | undefined {
  const index = /^\d+$/.test(value) ? Number(value) - 10_000 : -1;
  return index >= 0 && index < size ? index : undefined;
}
