import type { WorklistRow } from '../../../../../src/shared/contract';

/** Why a seat can't be freed here, in words for whoever can. */
export const REASONS: Readonly<Record<WorklistRow['reason'], string>> = {
  'kept-alive': 'A group outside the profile’s selection also gives this seat',
  'externally-managed': 'The group is managed elsewhere, e.g. by an identity provider',
};
