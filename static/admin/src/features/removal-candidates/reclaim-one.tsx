import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { CandidateView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useNow } from '../../api/now';
import { useCommand } from '../../api/queries';
import { isReclaimable } from '../../components/candidate-states';
import { CountConfirmation } from '../../components/count-confirmation';
import { GroupTags } from '../../components/group-tags';
import { Row } from '../../components/layout';
import { PersonName } from '../../components/person';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { LostInProjects } from './group-access/lost-in-projects';
import { ReclaimOutcome } from './reclaim-outcome';
import { useFocusAfter } from '../../components/use-focus-after';
import { useSentence } from './use-group-names';
import { useRefreshCandidate } from './use-refresh-candidate';

/** Preview and reclaim one person. The preview comes first; the red button only appears after it. */
export function ReclaimOne({ candidate }: { readonly candidate: CandidateView }) {
  const [isAsking, setAsking] = useState(false);
  const focus = useFocusAfter();
  const say = useSentence(candidate.profileId);
  const refresh = useRefreshCandidate();
  const mayReclaim = useMay('reclaimer') === true;
  const preview = useCommand('reclaimNow', () => undefined);
  const apply = useCommand('reclaimNow', (result) => {
    refresh();
    if (result.outcome === 'removed') tell('success', `${candidate.number}: the seat was taken back`);
    else if (result.outcome === 'asked') tell('success', `${candidate.number}: the person was asked`);
    else tell('warning', `${candidate.number}: the seat was not taken back`, say(result.notes.at(-1) ?? ''));
  });
  const now = useNow();
  const { number, state } = candidate;
  const result = apply.data ?? preview.data;
  const asks = preview.data?.outcome === 'would-ask';
  const mayGo = asks || preview.data?.outcome === 'would-remove' ? preview.data : undefined;
  const canReclaim = state === 'Attention Required' || isReclaimable(candidate, now);
  if (!canReclaim && !result) return null;
  const action = asks ? 'Ask this person' : state === 'Attention Required' ? 'Resume reclaim' : 'Reclaim 1 seat';
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
        {result ? <ReclaimOutcome result={result} say={say} /> : null}
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
              appearance={asks ? 'primary' : 'danger'}
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
        {asks ? (
          <p>
            <PersonName accountId={candidate.accountId} /> gets a mail now and keeps the seat meanwhile. Without an
            answer in time they leave these groups:
          </p>
        ) : (
          <p>
            <PersonName accountId={candidate.accountId} /> leaves these groups now, in your name:
          </p>
        )}
        <GroupTags names={preview.data?.groups.map(({ name }) => name) ?? []} />
      </CountConfirmation>
    </Section>
  );
}
