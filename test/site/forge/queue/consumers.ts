import type { FunctionRunner } from '../functions/function-runner';
import type { Chain, InvocationOutcome } from '../functions/invocation';
import { timeoutSeconds } from '../functions/limits';
import type { Manifest } from '../manifest/manifest';

const LONG_SECONDS = 55;

/** The functions that the manifest makes consume queues. */
export class Consumers {
  constructor(
    private readonly manifest: Manifest,
    private readonly runner: FunctionRunner,
  ) {}

  /** Whether a queue has a consumer, and whether it may run so long that its events must be smaller. */
  of(queueName: string): { readonly long: boolean } | undefined {
    const consumer = this.find(queueName);
    const declared = consumer && this.manifest.functions.get(consumer.functionKey);
    return declared && { long: timeoutSeconds(declared, this.manifest) > LONG_SECONDS };
  }

  /** Hands one event to the queue's consumer. */
  async run(queueName: string, event: unknown, chain: Chain): Promise<InvocationOutcome> {
    const consumer = this.find(queueName);
    if (consumer === undefined) throw new Error(`No consumer of queue ${queueName}`);
    return this.runner.invoke(consumer, event, { chain });
  }

  private find(queueName: string) {
    return this.manifest.consumers.find(({ queue }) => queue === queueName);
  }
}
