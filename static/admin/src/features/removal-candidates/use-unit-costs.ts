import type { RoleKey, Savings } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';

/** What one seat of an application costs a month; undefined where that is not known. */
export function useUnitCosts(): (roleKey: RoleKey) => Savings | undefined {
  const models = useAnswer('listSoftwareModels', {}).data?.models ?? [];
  return (roleKey) => models.find((model) => model.roleKey === roleKey)?.unitCost;
}
