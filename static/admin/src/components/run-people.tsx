import type { RunView } from '../../../../src/shared/contract';
import { RouteLink } from './route-link';
import { runAddress } from './run-address';

/** The way from a reclaim or a restore to its people; nothing for other jobs. */
export function RunPeople({ run }: { readonly run: RunView }) {
  const address = runAddress(run);
  if (!address) return null;
  return (
    <RouteLink to={address} label={`Results by person of ${run.number}`}>
      Results by person
    </RouteLink>
  );
}
