import { useMemo } from 'react';
import { useAnswer } from '../../api/queries';
import type { CostOf } from './total-savings';

/** What one seat of an application costs a month; undefined where that is not known. */
export function useUnitCosts(): CostOf {
  const models = useAnswer('listSoftwareModels', {}).data?.models;
  return useMemo(() => (roleKey) => models?.find((model) => model.roleKey === roleKey)?.unitCost, [models]);
}
