import { useEffect } from 'react';
import Button from '@atlaskit/button/new';
import { leaveTo } from '../../api/bridge';
import { call } from '../../api/call';
import type { ProductAddress } from '../../api/product-address';
import { Row, Stack } from '../../components/layout';
import { Page } from '../../components/page';

/** Behind the button “Get started” of Manage apps: leads on to the app, even where Jira’s settings don’t list it. */
export function GetStartedPage({ address: { settings, apps } }: { readonly address: ProductAddress }) {
  // The app learns that this way in works: the site check shows it.
  useEffect(() => void call('getSession', {}).catch((error: unknown) => console.warn(error)), []);
  return (
    <Page
      title="License management"
      lead="See who holds a Jira seat and who uses it, and take unused seats back safely."
    >
      <Stack>
        {settings && apps ? (
          <>
            <Row>
              <Button appearance="primary" onClick={() => leaveTo(settings)}>
                Open License management
              </Button>
              <Button onClick={() => leaveTo(apps)}>Open it in the Apps menu</Button>
            </Row>
            <p>Both show the same. The first is listed in Jira settings, the second in Jira’s Apps menu.</p>
          </>
        ) : (
          <p>Open Apps in Jira’s main navigation, then License management.</p>
        )}
        <p>People whom you give a role on the page Access find it in the Apps menu.</p>
      </Stack>
    </Page>
  );
}
