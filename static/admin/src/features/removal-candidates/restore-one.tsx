import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { CandidateView, RestoreResult } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { useCommand } from '../../api/queries';
import { CountConfirmation } from '../../components/count-confirmation';
import { GroupTags } from '../../components/group-tags';
import { Row } from '../../components/layout';
import { PersonName } from '../../components/person';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import styles from './candidates.module.css';
import { RESTORED } from './outcomes';
import { useFocusAfter } from '../../components/use-focus-after';
import { useSentence } from './use-group-names';
import { useRefreshCandidate } from './use-refresh-candidate';

/** Gives one person the removed groups back: the difference first, then the button. */
export function RestoreOne({ candidate }: { readonly candidate: CandidateView }) {
  const [isAsking, setAsking] = useState(false);
  const focus = useFocusAfter();
  const say = useSentence(candidate.profileId);
  const refresh = useRefreshCandidate();
  const mayReclaim = useMay('reclaimer') === true;
  const preview = useCommand('previewRestore', () => undefined);
  const apply = useCommand('restoreNow', (result) => {
    refresh();
    if (result.outcome === 'restored') tell('success', `${candidate.number}: the seat was restored`);
    else tell('warning', `${candidate.number}: the seat was not restored completely`, say(result.notes.at(-1) ?? ''));
  });
  const { number } = candidate;
  const result = apply.data ?? preview.data;
  const error = apply.error ?? preview.error;
  if (candidate.whyNotRestorable === 'evidence-deleted' && !result) return <NoLongerRestorable />;
  if (candidate.whyNotRestorable !== null && !result) return null;
  return (
    <Section title="Give the seat back" isCard>
      {apply.data ? null : (
        <p>The person gets exactly the removed groups back. The preview compares then and now; it changes nothing.</p>
      )}
      {error ? <Problem error={error} /> : null}
      <div ref={focus.outcome} role="status" tabIndex={-1}>
        {result ? <RestoreOutcome result={result} say={say} /> : null}
      </div>
      {apply.data?.outcome === 'restored' ? null : (
        <Row>
          <Button isDisabled={!mayReclaim} isLoading={preview.isPending} onClick={() => preview.mutate({ number })}>
            {preview.data ? 'Preview restore again' : 'Preview restore'}
          </Button>
          {preview.data?.outcome === 'would-restore' ? (
            <Button
              appearance="primary"
              isDisabled={!mayReclaim}
              onClick={(event) => {
                focus.asked(event);
                setAsking(true);
              }}
            >
              Restore the seat
            </Button>
          ) : null}
        </Row>
      )}
      <CountConfirmation
        isOpen={isAsking}
        title="Restore the seat?"
        action="Restore the seat"
        caution="The person takes a seat again, and seats may cost money."
        isBusy={apply.isPending}
        onCancel={() => setAsking(false)}
        focusAfter={focus.focusAfter}
        onConfirm={() =>
          apply.mutate(
            { number },
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
          <PersonName accountId={candidate.accountId} /> joins these groups again now, in your name:
        </p>
        <GroupTags names={givenBack(preview.data)} />
      </CountConfirmation>
    </Section>
  );
}

/** The groups stand beside it: whoever administers the site can add the person again. */
function NoLongerRestorable() {
  return (
    <Section title="Give the seat back" isCard>
      <p>We deleted the evidence of this removal, so we can’t undo it. Add the person to the groups in Jira.</p>
    </Section>
  );
}

function givenBack(preview: RestoreResult | undefined): readonly string[] {
  return preview?.groups.filter(({ fate }) => fate === 'give-back').map(({ name }) => name) ?? [];
}

/** What a restore found or did, in sentences, with the proof. */
function RestoreOutcome({ result, say }: { readonly result: RestoreResult; readonly say: (text: string) => string }) {
  const { outcome, notes } = result;
  const { text, message } = RESTORED[outcome];
  return (
    <SectionMessage appearance={message} title={text}>
      <ul className={styles.bullets}>
        {notes.map((note) => (
          <li key={note}>{say(note)}</li>
        ))}
      </ul>
    </SectionMessage>
  );
}
