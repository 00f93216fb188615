import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { OperatorView, ProfileView } from '../../../../../../src/shared/contract';
import { useFormat } from '../../../components/format';
import { Facts, Row, Stack } from '../../../components/layout';
import { Moment } from '../../../components/moment';
import { Person } from '../../../components/person';
import { Problem } from '../../../components/problem';
import { useMay } from '../../../components/role-notice';
import { Section } from '../../../components/section';
import { OperatorDialog, type OperatorChange } from '../dialogs/operator-dialog';
import type { ProfileCommands } from '../use-profile-commands';

interface OperatorCardProps {
  readonly profile: ProfileView;
  readonly commands: ProfileCommands;
}

/** Who acts in the background when seats are taken back: since when, whether all is well, and how to change it. */
export function OperatorCard({ profile, commands: { authorize, revoke } }: OperatorCardProps) {
  const [asked, setAsked] = useState<OperatorChange | null>(null);
  const { viewer } = useFormat();
  const mayChange = useMay('integrator') === true;
  const { operator, id, revision } = profile;
  const isMe = operator?.accountId === viewer.accountId;
  const command = asked === 'revoke' ? revoke : authorize;
  const error = authorize.error ?? revoke.error;
  return (
    <Section title="Reclaim operator" isCard>
      {error && !asked ? <Problem error={error} /> : null}
      {operator ? <Operator operator={operator} isMe={isMe} /> : <Nobody />}
      <Row>
        {isMe && operator.problem === null ? null : (
          <Button isDisabled={!mayChange} onClick={() => setAsked('authorize')}>
            {isMe ? 'Authorize me again' : operator ? 'Authorize me instead' : 'Authorize me'}
          </Button>
        )}
        {operator ? (
          <Button appearance="subtle" isDisabled={!mayChange} onClick={() => setAsked('revoke')}>
            Revoke
          </Button>
        ) : null}
      </Row>
      <p>
        The operator is needed only when several seats are taken back in the background. Nobody can authorize somebody
        else: to hand it over, another site administrator opens this page and authorizes themselves.
      </p>
      <ModalTransition>
        {asked ? (
          <OperatorDialog
            profile={profile}
            change={asked}
            isBusy={command.isPending}
            onClose={() => setAsked(null)}
            onConfirm={() => command.mutate({ profileId: id, revision }, { onSettled: () => setAsked(null) })}
          />
        ) : null}
      </ModalTransition>
    </Section>
  );
}

function Operator({ operator, isMe }: { readonly operator: OperatorView; readonly isMe: boolean }) {
  const { accountId, authorizedAt, checkedAt, problem, warning } = operator;
  return (
    <Stack>
      <Facts
        facts={[
          {
            term: 'Who',
            value: (
              <Row>
                <Person accountId={accountId} /> {isMe ? <span>(you)</span> : null}
              </Row>
            ),
          },
          { term: 'Since', value: <Moment at={authorizedAt} /> },
          { term: 'Last daily check', value: checkedAt ? <Moment at={checkedAt} /> : 'Not checked yet' },
        ]}
      />
      {problem ? (
        <SectionMessage appearance="error" title="The operator can’t act">
          {problem}
        </SectionMessage>
      ) : null}
      {warning ? <SectionMessage appearance="warning">{warning}</SectionMessage> : null}
    </Stack>
  );
}

function Nobody() {
  return (
    <p>
      <strong>Nobody.</strong> A site administrator can take seats back one by one, but nothing runs in the background.
    </p>
  );
}
