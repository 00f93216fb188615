import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useFormat } from '../../../components/format';
import { Row, Stack } from '../../../components/layout';
import { projectsInWords } from './access-words';
import { STEP, type RoleReading } from './role-reader';
import { roleReader } from './use-group-access';

/** How many projects were looked at, what is not known, and how to go on or stop. */
export function HowFar({ reading }: { readonly reading: RoleReading }) {
  const format = useFormat();
  const { projects, read, isReading, error } = reading;
  if (error !== null)
    return (
      <Unknown onAgain={() => roleReader.goOn()}>
        Jira did not list its projects, so roles in projects are not known. Look in the projects if that matters.
      </Unknown>
    );
  if (projects === null) return isReading ? <p role="status">Asks Jira for the projects…</p> : null;
  const done = `Looked at ${format.number(read.length)} of ${format.count(projects.length, 'project', 'projects')}`;
  const left = projects.length - read.length;
  const unread = read.filter(({ isWhole }) => !isWhole).map(({ project }) => project);
  return (
    <Stack>
      {isReading ? (
        <ProgressBar ariaLabel={done} value={projects.length > 0 ? read.length / projects.length : 1} />
      ) : null}
      <Row>
        <span role="status">
          {done}.{left > 0 && !isReading ? ` Roles in the other ${format.number(left)} are not known yet.` : ''}
        </span>
        {isReading ? (
          <Button spacing="compact" onClick={() => roleReader.stop()}>
            Stop
          </Button>
        ) : null}
        {left > 0 && !isReading ? (
          <Button spacing="compact" onClick={() => roleReader.goOn()}>
            {`Look at ${format.number(Math.min(left, STEP))} more`}
          </Button>
        ) : null}
      </Row>
      {unread.length > 0 ? (
        <Unknown onAgain={() => roleReader.retry()}>
          Not known for {format.count(unread.length, 'project', 'projects')}, because Jira did not show all of the
          roles: {projectsInWords(unread, format)}.
        </Unknown>
      ) : null}
    </Stack>
  );
}

function Unknown({ children, onAgain }: { readonly children: ReactNode; readonly onAgain: () => void }) {
  return (
    <Row>
      <span role="alert">{children}</span>
      <Button spacing="compact" appearance="subtle" onClick={onAgain}>
        Try again
      </Button>
    </Row>
  );
}
