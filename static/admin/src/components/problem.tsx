import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ApiErrorCode } from '../../../../src/shared/contract';
import { failureOf } from '../api/call';

const TITLES: Record<ApiErrorCode, string> = {
  'not-permitted': 'You can’t open this',
  'unknown-operation': 'The page is newer than the app',
  'bad-input': 'Something needs a correction',
  'not-found': 'Not found',
  conflict: 'Somebody else changed this',
  refused: 'Not possible now',
  'app-busy': 'The app is busy',
  'jira-refused': 'Jira refused',
  'jira-busy': 'Jira is busy',
  'jira-changed': 'Jira answered in an unexpected way',
  internal: 'Something went wrong',
};

interface ProblemProps {
  readonly error: unknown;
  /** What it means for the page, where the error alone does not say it. */
  readonly meaning?: string;
  readonly onRetry?: () => void;
}

/** An error: what happened, what it means, how to find it in the log, and a way to try again. */
export function Problem({ error, meaning, onRetry }: ProblemProps) {
  const { code, message, reference, fields } = failureOf(error);
  const actions = onRetry
    ? [
        <SectionMessageAction key="retry" onClick={onRetry}>
          Retry
        </SectionMessageAction>,
      ]
    : [];
  return (
    <div role="alert">
      <SectionMessage appearance={code === 'refused' ? 'warning' : 'error'} title={TITLES[code]} actions={actions}>
        {meaning ? <p>{meaning}</p> : null}
        <p>{message}</p>
        {fields?.map(({ field, problem }) => (
          <p key={field}>{problem}</p>
        ))}
        <p>Reference: {reference}</p>
      </SectionMessage>
    </div>
  );
}
