import fc from 'fast-check';
import { exclusionId, type ExclusionRule, type ExclusionTarget } from '../../src/domain/exclusion-rule';
import type { SoftwareModel } from '../../src/domain/software-model';
import { accountId, instant } from '../domain/arbitraries';

/** Records of what administrators set up, anything the domain allows in them. */
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const count = fc.nat(100_000);

/** Not stored yet. */
export const model: fc.Arbitrary<SoftwareModel> = fc.record({
  id,
  revision: fc.constant(0),
  name: fc.option(fc.string()),
  unitCost: fc.option(fc.record({ amount: count, currency: fc.constant('EUR') })),
  changedAt: instant,
  changedBy: accountId,
});

const target: fc.Arbitrary<ExclusionTarget> = fc.oneof(
  fc.record({ kind: fc.constant('user' as const), accountId }),
  fc.record({ kind: fc.constant('identifier' as const), roleKey: id }),
);
/** Not stored yet. */
export const exclusion: fc.Arbitrary<ExclusionRule> = fc
  .record({
    revision: fc.constant(0),
    target,
    active: fc.boolean(),
    createdAt: instant,
    createdBy: accountId,
    changedAt: instant,
    changedBy: accountId,
  })
  .map((fields) => ({ ...fields, id: exclusionId(fields.target) }));
