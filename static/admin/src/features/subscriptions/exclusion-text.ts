import type { ExclusionTarget } from '../../../../../src/shared/contract';

/** What the rule that keeps a seat out is about. */
export const EXCLUDED: Readonly<Record<ExclusionTarget['kind'], string>> = {
  user: 'Excluded: person',
  identifier: 'Excluded: app',
};

export const WHY_EXCLUDED: Readonly<Record<ExclusionTarget['kind'], string>> = {
  user: 'An exclusion rule keeps every seat of this person: it is no part of counts, costs and savings and never becomes a removal candidate.',
  identifier:
    'An exclusion rule keeps every seat of this app: it is no part of counts, costs and savings and never becomes a removal candidate.',
};
