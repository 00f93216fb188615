import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ProfileView } from '../../../../../../src/shared/contract';
import { useCommand } from '../../../api/queries';
import { Row } from '../../../components/layout';
import { Moment } from '../../../components/moment';
import { CheckList } from '../../../components/probe-list';
import { Problem } from '../../../components/problem';
import { useMay } from '../../../components/role-notice';
import { Section } from '../../../components/section';

/** Could seats be taken back now? Asked on demand; only reads. */
export function ReadinessCard({ profile }: { readonly profile: ProfileView }) {
  const check = useCommand('checkReclaimReadiness', () => undefined);
  const mayCheck = useMay('reclaimer') === true;
  const { data, error } = check;
  return (
    <Section title="Reclaim readiness" isCard>
      {error ? <Problem error={error} /> : null}
      {data ? (
        <div role="status">
          <SectionMessage
            appearance={data.ready ? 'success' : 'warning'}
            title={data.ready ? 'Seats could be taken back now' : 'Seats can’t be taken back now'}
          >
            <p>
              Checked <Moment at={data.at} />. Nothing was changed.
            </p>
          </SectionMessage>
        </div>
      ) : (
        <p>Checks permissions, operator and groups without changing anything.</p>
      )}
      {data ? (
        <CheckList
          checks={data.checks.map(({ name, state, text }) => ({
            name,
            text,
            state: state === 'unknown' ? 'limited' : state,
          }))}
        />
      ) : null}
      <Row>
        <Button
          isDisabled={!mayCheck}
          isLoading={check.isPending}
          onClick={() => check.mutate({ profileId: profile.id })}
        >
          {data ? 'Check again' : 'Check reclaim readiness'}
        </Button>
      </Row>
    </Section>
  );
}
