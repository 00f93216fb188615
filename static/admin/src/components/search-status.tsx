import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { JiraRefusal } from '../api/jira-refusal';
import { useFormat } from './format';
import { Stack } from './layout';
import { useSearchedDirectory } from './use-people-search';

/** How far reading the names of the site is, when the first search needs them; and why they can't be read. */
export function SearchStatus({ text }: { readonly text: string }) {
  const format = useFormat();
  const { isReading, read, error, retry } = useSearchedDirectory(text);
  if (isReading) {
    const soFar = `Reading the names of your site, once for this visit: ${format.count(read, 'person', 'people')} so far`;
    return (
      <Stack>
        <p role="status">{soFar}</p>
        <ProgressBar ariaLabel={soFar} isIndeterminate />
      </Stack>
    );
  }
  if (!error) return null;
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title="Only names already on the page are searched">
        <p>{whyUnread(error)}</p>
        <Button spacing="compact" onClick={retry}>
          Try again
        </Button>
      </SectionMessage>
    </div>
  );
}

/** Why nobody could be looked up, and what to do. */
export function whyUnread(error: Error): string {
  const status = error instanceof JiraRefusal ? error.status : 0;
  if (status === 403)
    return 'Jira does not let you list its people: you lack the global permission “Browse users and groups”. Ask a Jira administrator for it, or paste an account id.';
  if (status === 401)
    return 'Jira does not let this app list people for you: one of its scopes was not accepted on this site. Ask a Jira administrator to update the app, or paste an account id.';
  return 'Jira could not list its people now. Wait a moment and try again, or paste an account id.';
}
