import { done } from '../../usecases/outcome';
import { readOverview } from '../../usecases/read-overview';
import { readBreakdowns } from '../../usecases/read-breakdowns';
import { breakdownView } from '../breakdown-view';
import { overviewView } from '../overview-view';
import type { Operations } from './operation';

export const overviewOperations: Operations<'getSession' | 'getOverview' | 'getActivityBreakdown'> = {
  getSession: (_input, caller, ports) => Promise.resolve(done({ ...caller, license: ports.licensing.read() })),
  getOverview: async (_input, _caller, ports) =>
    done(overviewView(await readOverview(ports), await ports.models.list(), ports.clock.now())),
  getActivityBreakdown: async (_input, _caller, ports) =>
    done(breakdownView(await readBreakdowns(ports), await ports.models.list())),
};
