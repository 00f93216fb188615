import type { AppRole } from '../domain/app-role';
import type { Ports } from '../ports/ports';
import { findRoles } from '../usecases/app-roles';
import type { Answer, Input, Operation } from '../shared/contract';
import type { Outcome } from '../usecases/outcome';
import { tellNotPermitted, tellRefused } from './changes';
import { answering, malformed, refused, UNKNOWN_OPERATION } from './envelope';
import { INPUTS } from './inputs';
import { OPERATIONS } from './operations';
import type { Caller, OperationHandler } from './operations/operation';
import { FOLLOWS_A_CLAIM, NOT_PERMITTED, ROLE_FOR } from './permissions';
import { RememberedRoles } from './remembered-roles';

/** Who calls, before it is known what they may do. */
type Visitor = Omit<Caller, 'may'>;

/** Runs one operation for one caller: known operation → role for it → well-formed input → use case. A refused change is on record. */
export function guard(name: string, payload: unknown, visitor: Visitor, ports: Ports): Promise<Answer<unknown>> {
  return answering(isOperation(name) ? name : 'unknown', ports, async () => {
    if (!isOperation(name)) return UNKNOWN_OPERATION;
    const needed = ROLE_FOR[name];
    const isTolerant = needed === 'viewer' || FOLLOWS_A_CLAIM.has(name);
    const caller = { ...visitor, may: await rolesFor(visitor.accountId, isTolerant, ports) };
    if (!caller.may.includes(needed)) {
      await tellNotPermitted(name, visitor.accountId, ports);
      return refused('not-permitted', NOT_PERMITTED[needed]);
    }
    const input = INPUTS[name].safeParse(payload ?? {});
    return input.success ? run(name, input.data, caller, ports) : malformed(input.error);
  });
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(OPERATIONS, name);
}

async function run<Name extends Operation>(
  name: Name,
  input: Input<Name>,
  caller: Caller,
  ports: Ports,
): Promise<Outcome<unknown>> {
  const outcome = await (OPERATIONS[name] as OperationHandler<Name>)(input, caller, ports);
  if (!outcome.ok) await tellRefused(name, outcome, { by: caller.accountId, input }, ports);
  return outcome;
}

/** Reads tolerate a role that was taken away a moment ago; what changes something asks Jira every time, but for what follows a claim. */
async function rolesFor(accountId: string, isTolerant: boolean, ports: Ports): Promise<readonly AppRole[]> {
  const now = ports.clock.now();
  const remembered = ports.memory.of(RememberedRoles);
  const known = isTolerant ? remembered.find(accountId, now) : undefined;
  if (known) return known;
  const may = await findRoles(accountId, ports);
  remembered.keep(accountId, may, now);
  return may;
}
