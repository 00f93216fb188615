import { badRequest, notModeled } from '../door/answer';
import type { Term } from './operators';
import { valuesOf } from './operators';

/** Numbers of the accounts an operand names. An account nobody has is Jira's 400, as for a deleted person. */
export function peopleOf(term: Term): number[] {
  return valuesOf(term.operand).flatMap((operand) => {
    switch (operand.operandType) {
      case 'value':
        return [personNumber(term, operand.value)];
      case 'function':
        if (operand.function.value.toLowerCase() !== 'currentuser')
          throw notModeled(`the JQL function ${operand.function.value}()`);
        return [personNumber(term, term.context.actor.accountId)];
      case 'keyword':
        return [-1];
    }
  });
}

/** The number of one account. */
export function personNumber({ name, context }: Pick<Term, 'name' | 'context'>, accountId: string): number {
  const { directory, issues } = context.state;
  if (directory.user(accountId) === undefined)
    throw badRequest(`The value '${accountId}' does not exist for the field '${name}'.`);
  return issues.table.accounts.indexOf(accountId);
}
