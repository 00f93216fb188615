import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { CandidateView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { CountConfirmation } from '../../components/count-confirmation';
import { GroupTags } from '../../components/group-tags';
import { Row } from '../../components/layout';
import { PersonName } from '../../components/person';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { LostInProjects } from './group-access/lost-in-projects';
import { ReclaimOutcome } from './reclaim-outcome';
import { useFocusAfter } from './use-focus-after';
import { useRefreshCandidate } from './use-refresh-candidate';

const RECLAIMABLE = ['Ready', 'Attention Required'];

/** Preview and reclaim one person. The preview comes first; the red button only appears after it. */
export function ReclaimOne({ candidate }: { readonly candidate: CandidateView }) {
  const [isAsking, setAsking] = useState(false);
  const focus = useFocusAfter();
  const refresh = useRefreshCandidate();
  const mayReclaim = useMay('reclaimer') === true;
  const preview = useCommand('reclaimNow', () => undefined);
  const apply = useCommand('reclaimNow', (result) => {
    refresh();
    if (result.outcome === 'removed') tell('success', `${candidate.number}: the seat was taken back`);
    else tell('warning', `${candidate.number}: the seat was not taken back`, result.notes.at(-1));
  });
  const { number, state } = candidate;
  const result = apply.data ?? preview.data;
  const mayGo = preview.data?.outcome === 'would-remove' ? preview.data : undefined;
  const canReclaim = RECLAIMABLE.includes(state);
  if (!canReclaim && !result) return null;
  const action = state === 'Attention Required' ? 'Resume reclaim' : 'Reclaim 1 seat';
  const error = apply.error ?? preview.error;
  const isLocked = candidate.frozen !== null || !mayReclaim;
  return (
    <Section title="Take the seat back" isCard>
      {apply.data ? null : (
        <p>The preview checks the person in Jira now and says what would happen. It changes nothing.</p>
      )}
      <RoleNotice role="reclaimer" />
      {error ? <Problem error={error} /> : null}
      <div ref={focus.outcome} role="status" tabIndex={-1}>
        {result ? <ReclaimOutcome result={result} /> : null}
      </div>
      {mayGo && !apply.data ? <LostInProjects groups={mayGo.groups} /> : null}
      {canReclaim && !apply.data ? (
        <Row>
          <Button
            isDisabled={isLocked}
            isLoading={preview.isPending}
            onClick={() => preview.mutate({ number, mode: 'preview' })}
          >
            {preview.data ? 'Preview again' : 'Preview'}
          </Button>
          {mayGo ? (
            <Button
              appearance="danger"
              isDisabled={isLocked}
              onClick={(event) => {
                focus.asked(event);
                setAsking(true);
              }}
            >
              {action}
            </Button>
          ) : null}
        </Row>
      ) : null}
      <CountConfirmation
        isOpen={isAsking}
        title={`${action}?`}
        action={action}
        isBusy={apply.isPending}
        onCancel={() => setAsking(false)}
        focusAfter={focus.focusAfter}
        onConfirm={() =>
          apply.mutate(
            { number, mode: 'apply' },
            {
              onSettled: () => {
                focus.answered();
                setAsking(false);
              },
            },
          )
        }
      >
        <p>
          <PersonName accountId={candidate.accountId} /> leaves these groups now, in your name:
        </p>
        <GroupTags names={preview.data?.groups.map(({ name }) => name) ?? []} />
      </CountConfirmation>
    </Section>
  );
}
