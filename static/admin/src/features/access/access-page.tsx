import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { CardsSkeleton } from '../../components/skeletons';
import { AccessForm } from './access-form';
import { NoAccessPage } from './no-access-page';

const LEAD =
  'Jira administrators may do everything here. Members of the groups below may do a part of it without administering Jira. They find the app in Jira’s Apps menu.';

/** Which groups may do what in this app. Only Jira administrators decide it. */
export default function AccessPage() {
  const session = useAnswer('getSession', {});
  const roles = useAnswer('getAppRoles', {});
  const skeleton = <CardsSkeleton cards={1} height={360} />;
  if (session.data?.may.includes('administrator') && roles.data)
    return <AccessForm latest={roles.data} error={roles.error} lead={LEAD} />;
  return (
    <Page title="Access" lead={LEAD}>
      <Loaded query={session} skeleton={skeleton}>
        {({ may }) =>
          may.includes('administrator') ? (
            <Loaded query={roles} skeleton={skeleton}>
              {() => null}
            </Loaded>
          ) : (
            <NoAccessPage may={may} />
          )
        }
      </Loaded>
    </Page>
  );
}
