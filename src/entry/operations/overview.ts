import { done } from '../../usecases/outcome';
import { readOverview } from '../../usecases/read-overview';
import { overviewView } from '../overview-view';
import type { Operations } from './operation';

export const overviewOperations: Operations<'getSession' | 'getOverview'> = {
  getSession: (_input, caller) => Promise.resolve(done(caller)),
  getOverview: async (_input, _caller, ports) =>
    done(overviewView(await readOverview(ports), await ports.models.list(), ports.clock.now())),
};
