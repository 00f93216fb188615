import { explainSeat } from '../../usecases/explain-decision';
import { done } from '../../usecases/outcome';
import { readPersonActivity } from '../../usecases/read-person-activity';
import { decisionCard, personActivityView } from '../person-views';
import { mapOutcome, type Operations } from './operation';

export const peopleOperations: Operations<'getPersonActivity' | 'getDecisionCard'> = {
  getPersonActivity: async (input, _caller, ports) =>
    done(personActivityView(input.accountId, await readPersonActivity(input, ports))),
  getDecisionCard: async (input, _caller, ports) =>
    mapOutcome(await explainSeat(input, ports), (seat) => decisionCard(input, seat)),
};
