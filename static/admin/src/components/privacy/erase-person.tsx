import { lazy, Suspense, useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import { useMay } from '../role-notice';
import { Row } from '../layout';
import { RouteLink } from '../route-link';
import { Section } from '../section';

const EraseDialog = lazy(() => import('./erase-dialog'));

/** Erases somebody from everything that is stored, also who is no longer on the site and can't be searched. */
export function ErasePerson() {
  const id = useId();
  const [text, setText] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [isStarted, setStarted] = useState(false);
  const accountId = text.trim();
  if (!useMay('administrator')) return null;
  return (
    <Section
      title="Erase a person"
      description="People whose Atlassian account is closed are erased by themselves within a week. Erase somebody here on request."
      isCard
    >
      <Label htmlFor={id}>Account id</Label>
      <Row>
        <Textfield
          id={id}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button isDisabled={accountId === ''} onClick={() => setAsking(true)}>
          Erase…
        </Button>
      </Row>
      <div id={`${id}-help`}>
        <HelperMessage>The end of the address of the person’s Jira profile.</HelperMessage>
      </div>
      <p role="status">
        {isStarted ? (
          <>
            We are erasing the person. <RouteLink to="/jobs">Jobs</RouteLink> shows when it is done.
          </>
        ) : null}
      </p>
      {isAsking ? (
        <Suspense>
          <EraseDialog
            accountId={accountId}
            onClose={() => setAsking(false)}
            onStarted={() => {
              setAsking(false);
              setStarted(true);
              setText('');
            }}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}
