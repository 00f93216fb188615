import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { tell } from '../../api/bridge';
import { call, failureOf } from '../../api/call';
import { useFormat } from '../../components/format';
import { useMay } from '../../components/role-notice';
import { lastProof, type Proof } from './proof-words';
import { proofTotals } from './seat-proof';
import { useRefreshCandidate } from './use-refresh-candidate';

/** Reads people once more from Jira whose seat was not proven to be free, or back; nothing is changed there. */
export function CheckAgain({ numbers }: { readonly numbers: readonly string[] }) {
  const format = useFormat();
  const refresh = useRefreshCandidate();
  const may = useMay('reclaimer') === true;
  const [isBusy, setBusy] = useState(false);
  if (numbers.length === 0 && !isBusy) return null;
  const check = async () => {
    setBusy(true);
    const found: (Proof | null)[] = [];
    try {
      for (const number of numbers) found.push(lastProof(await call('proveSeat', { number })));
      const isProven = found.every((proof) => proof === 'proven');
      tell(isProven ? 'success' : 'warning', `Checked again: ${proofTotals(found, format)}`);
    } catch (error) {
      tell('error', 'Not everybody could be checked', failureOf(error).message);
    }
    refresh();
    setBusy(false);
  };
  return (
    <Button spacing="compact" isDisabled={!may} isLoading={isBusy} onClick={() => void check()}>
      {numbers.length > 1 ? `Check ${format.number(numbers.length)} again` : 'Check again'}
    </Button>
  );
}
