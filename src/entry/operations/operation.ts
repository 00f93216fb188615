import type { AccountId } from '../../domain/identifiers';
import type { AppRole } from '../../domain/app-role';
import type { Ports } from '../../ports/ports';
import type { Input, Operation, Output, Session } from '../../shared/contract';
import type { Outcome } from '../../usecases/outcome';

/** Who calls, from the platform's own context: never from what the page sends. */
export interface Caller {
  readonly accountId: AccountId;
  readonly cloudId: string;
  readonly app: Session['app'];
  /** What Jira and the app's own roles allow them. */
  readonly may: readonly AppRole[];
}

/** One operation of the page, called after its input was checked and its caller was found to have the role for it. */
export type OperationHandler<Name extends Operation> = (
  input: Input<Name>,
  caller: Caller,
  ports: Ports,
) => Promise<Outcome<Output<Name>>>;

export type Operations<Names extends Operation = Operation> = { readonly [Name in Names]: OperationHandler<Name> };

/** Turns the value of an outcome into what the page sees; refusals pass through. */
export function mapOutcome<From, To>(outcome: Outcome<From>, view: (value: From) => To): Outcome<To> {
  return outcome.ok ? { ok: true, value: view(outcome.value) } : outcome;
}
