import { erasePerson } from '../../usecases/privacy/erase-person';
import { runView } from '../views';
import { mapOutcome, type Operations } from './operation';

export const privacyOperations: Operations<'erasePerson'> = {
  erasePerson: async (input, { accountId }, ports) =>
    mapOutcome(await erasePerson({ ...input, caller: accountId }, ports), runView),
};
