import { toIso } from '../../domain/instant';
import { currencyOf, labeled, unitCostOf, type SoftwareModel } from '../../domain/software-model';
import type { Ports } from '../../ports/ports';
import type { SoftwareModelsView, SoftwareModelView } from '../../shared/contract';
import { done } from '../../usecases/outcome';
import { listSoftwareModels, saveSoftwareModel, type ListedModel } from '../../usecases/software-models';
import type { Operations } from './operation';

export const softwareModelOperations: Operations<'listSoftwareModels' | 'saveSoftwareModel'> = {
  listSoftwareModels: async (_input, _caller, ports) => done(await showModels(ports)),
  saveSoftwareModel: async (input, { accountId }, ports) => {
    const outcome = await saveSoftwareModel({ ...input, caller: accountId }, ports);
    return outcome.ok ? done(await showModels(ports)) : outcome;
  },
};

async function showModels(ports: Ports): Promise<SoftwareModelsView> {
  const listed = await listSoftwareModels(ports);
  const models = listed.flatMap(({ model }) => (model ? [model] : []));
  return { currency: currencyOf(models), models: listed.map((each) => modelView(each, models)) };
}

function modelView({ model, ...listed }: ListedModel, models: readonly SoftwareModel[]): SoftwareModelView {
  const { roleKey, roleName } = listed;
  return {
    ...listed,
    revision: model?.revision ?? 0,
    name: labeled({ key: roleKey, name: roleName }, models).name,
    givenName: model?.name ?? null,
    unitCost: unitCostOf(roleKey, models),
    changedAt: model ? toIso(model.changedAt) : null,
    changedBy: model?.changedBy ?? null,
  };
}
