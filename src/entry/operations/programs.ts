import { confirmAccountOwner } from '../../usecases/programs/confirm-account-owner';
import { mapOutcome, type Operations } from './operation';

export const programOperations: Operations<'confirmAccountOwner'> = {
  confirmAccountOwner: async ({ accountId, kind }, { accountId: caller }, ports) =>
    mapOutcome(await confirmAccountOwner({ accountId, kind, caller }, ports), ({ kind: confirmed }) => ({
      accountId,
      kind: confirmed,
    })),
};
