import type { Faults } from '../../core/faults';
import type { AccountRegister } from './account-register';
import type { Queues } from '../queue/queues';
import { throughFault, type DoorAnswer, type DoorCall } from './door';
import { parseJson, type Reply } from './http-text';

const QUEUE_PATH = /^\/webhook\/queue\/(publish|stats|cancel)\//;

/** Queues and personal data reports, which share the platform's gateway. */
export class StargateDoor {
  constructor(
    private readonly queues: Queues,
    private readonly faults: Faults,
    private readonly scopes: readonly string[],
    private readonly accounts: AccountRegister,
  ) {}

  async call(call: DoorCall): Promise<DoorAnswer> {
    const queueOperation = QUEUE_PATH.exec(call.target)?.[1];
    if (queueOperation !== undefined) return this.queue(queueOperation, call);
    if (call.target === '/app/report-accounts') return this.report(call.body);
    return { status: 501, body: { message: `The local site has no ${call.target}` } };
  }

  private queue(operation: string, { body, invocation }: DoorCall): Promise<DoorAnswer> {
    const request = parseJson(body);
    // Faults and meters speak of pushes, as the client does.
    const fault = this.faults.take({ door: 'queue', operation: operation === 'publish' ? 'push' : operation });
    return throughFault(fault, () => {
      if (operation === 'stats') return this.queues.stats(request);
      if (operation === 'cancel') return this.queues.cancel(request);
      return this.queues.publish(request, invocation.chain, fault?.duplicate === true);
    });
  }

  private report(body: string): Reply {
    if (!this.scopes.includes('report:personal-data'))
      return { status: 403, body: { message: 'The app does not have the scope report:personal-data.' } };
    return this.accounts.report(parseJson(body));
  }
}
