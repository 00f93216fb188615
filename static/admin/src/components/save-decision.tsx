import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import type { DecisionCard } from '../../../../src/shared/contract';
import { call } from '../api/call';
import { useNow } from '../api/now';
import { readNames } from '../api/people';
import { decisionFile } from './export/decision-file';
import { downloadFile, fileName } from './export/download';

/** Saves the card as a file, for whoever must be told why. Names are in it as the page shows them. */
export function SaveDecision({ card }: { readonly card: DecisionCard }) {
  const client = useQueryClient();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const accounts = [card.accountId, ...(card.proposal?.by ? [card.proposal.by] : [])];
      const [models, people] = await Promise.all([
        call('listSoftwareModels', {}).then(
          (answer) => answer.models,
          () => [],
        ),
        // Without names the file tells account ids.
        readNames(client, accounts, { progress: () => undefined }).catch(() => undefined),
      ]);
      const text = decisionFile(card, {
        person: (accountId) => people?.get(accountId)?.name,
        app: (key) => models.find(({ roleKey }) => roleKey === key)?.name,
      });
      const what = `decision-${card.roleKey}-${card.accountId.slice(-6)}`;
      downloadFile(fileName(what, now, 'txt'), 'text/plain;charset=utf-8', [text]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button appearance="subtle" spacing="compact" isLoading={isBusy} onClick={() => void save()}>
      Save as file
    </Button>
  );
}
