import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useQueryClient } from '@tanstack/react-query';
import type { DecisionCard } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useCommand } from '../../api/queries';
import { Row } from '../layout';
import { useMay } from '../role-notice';
import { OWNER_WORDS, type Asked } from './owner-words';

/** What this answer changes. */
const STALE = ['getDecisionCard', 'preview', 'listEvidence'];

/** Asks once whose account it is where the name leaves it open; an answer can be corrected here. */
export function ConfirmOwner({ card: { accountId, program } }: { readonly card: DecisionCard }) {
  return program === null || program === 'none' ? null : <Question accountId={accountId} program={program} />;
}

function Question({ accountId, program }: { readonly accountId: string; readonly program: Asked }) {
  const client = useQueryClient();
  const may = useMay('integrator') === true;
  const save = useCommand('confirmAccountOwner', () => {
    for (const stale of STALE) void client.invalidateQueries({ queryKey: [stale] });
    tell('success', 'We remember whose account this is', 'You can correct it here.');
  });
  const answer = (kind: 'person' | 'program', label: string) => (
    <Button
      spacing="compact"
      isDisabled={!may || program === `confirmed-${kind}`}
      isLoading={save.isPending && save.variables.kind === kind}
      onClick={() =>
        save.mutate(
          { accountId, kind },
          { onError: (error) => tell('error', 'We could not remember that', failureOf(error).message) },
        )
      }
    >
      {label}
    </Button>
  );
  const { title, text, isOpen } = OWNER_WORDS[program];
  return (
    <SectionMessage appearance={isOpen ? 'warning' : 'information'} title={title}>
      <p>{text}</p>
      <Row>
        {answer('person', 'It is a person’s')}
        {answer('program', 'It is a program’s')}
      </Row>
    </SectionMessage>
  );
}
