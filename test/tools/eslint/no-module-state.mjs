import { isTypeReadonly, typeMatchesSomeSpecifier } from '@typescript-eslint/type-utils';
import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';

const FUNCTIONS = new Set([
  AST_NODE_TYPES.ArrowFunctionExpression,
  AST_NODE_TYPES.FunctionDeclaration,
  AST_NODE_TYPES.FunctionExpression,
]);
const READONLY_COLLECTIONS = new Set(['ReadonlySet', 'ReadonlyMap']);

/** Whether this code runs once, when the module is loaded: outside functions and the fields that each instance gets. */
function isAtModuleLevel(node) {
  for (let each = node.parent; each; each = each.parent) {
    if (FUNCTIONS.has(each.type)) return false;
    if (each.type === AST_NODE_TYPES.PropertyDefinition && !each.static) return false;
  }
  return true;
}

/**
 * Refuses what one invocation could leave behind for the next, of another customer: variables of a module that can be set anew,
 * constants whose type lets somebody change what they hold, objects made by `new`, static fields, and regular expressions that
 * remember where they stopped. `allow` names types that nobody changes although TypeScript does not call them readonly.
 */
export const noModuleState = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    messages: {
      state:
        'A process serves many customers, and nothing may outlive an invocation: make it readonly, or keep it in the installation’s memory.',
    },
    schema: [{ type: 'object', properties: { allow: { type: 'array' } }, additionalProperties: false }],
  },
  defaultOptions: [{ allow: [] }],
  create(context, [{ allow }]) {
    const services = ESLintUtils.getParserServices(context);
    const { program } = services;
    const isReadonly = (node) =>
      isTypeReadonly(program, services.getTypeAtLocation(node), { allow, treatMethodsAsReadonly: true });
    const isAllowed = (node) => typeMatchesSomeSpecifier(services.getTypeAtLocation(node), allow, program);
    const wantedAs = (node) =>
      program.getTypeChecker().getContextualType(services.esTreeNodeToTSNodeMap.get(node))?.getSymbol()?.name;
    const refuse = (node) => context.report({ node, messageId: 'state' });
    return {
      VariableDeclaration(node) {
        if (!isAtModuleLevel(node) || node.declare) return;
        if (node.kind !== 'const') refuse(node);
        else for (const { id } of node.declarations) if (!isReadonly(id)) refuse(id);
      },
      NewExpression(node) {
        if (isAtModuleLevel(node) && !READONLY_COLLECTIONS.has(wantedAs(node)) && !isAllowed(node)) refuse(node);
      },
      PropertyDefinition(node) {
        if (node.static && (!node.readonly || !isReadonly(node.key))) refuse(node);
      },
      'Literal[regex.flags=/[gy]/]'(node) {
        if (isAtModuleLevel(node)) refuse(node);
      },
    };
  },
});
