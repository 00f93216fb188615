import Button from '@atlaskit/button/new';
import type { ReclaimRequestView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { Problem } from '../../components/problem';
import { useShownRequest } from './use-shown-request';

/** Whoever asked takes it back; nothing was changed by it, so nothing is asked. */
export function Withdraw({ request }: { readonly request: ReclaimRequestView }) {
  const show = useShownRequest();
  const withdraw = useCommand('decideReclaimRequest', (withdrawn) => {
    show(withdrawn);
    tell('success', 'The request is withdrawn', 'Nothing is taken back.');
  });
  const { id, profileId, takeable: expectedCount } = request;
  return (
    <>
      {withdraw.error ? <Problem error={withdraw.error} /> : null}
      <Button
        isLoading={withdraw.isPending}
        onClick={() => withdraw.mutate({ id, profileId, approve: false, expectedCount })}
      >
        Withdraw the request
      </Button>
    </>
  );
}
