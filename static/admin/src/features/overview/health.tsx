import SectionMessage from '@atlaskit/section-message';
import type { DataHealth } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Moment } from '../../components/moment';
import { Section } from '../../components/section';

/** Whether the numbers can be trusted, in words. */
export function Health({ health }: { readonly health: DataHealth }) {
  const format = useFormat();
  const { state, notes, downloadedAt, activityFrom, activityTo } = health;
  const isHealthy = state === 'healthy';
  return (
    <Section title="Data health" isCard>
      <SectionMessage
        appearance={isHealthy ? 'success' : 'warning'}
        title={isHealthy ? 'Everything was read' : 'Some things could not be read'}
      >
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {isHealthy && notes.length === 0 ? <p>Seats and activity are complete.</p> : null}
      </SectionMessage>
      <p>
        {downloadedAt ? (
          <>
            Seats were read <Moment at={downloadedAt} />.{' '}
          </>
        ) : null}
        {activityFrom && activityTo
          ? `Activity is covered from ${format.date(activityFrom)} to ${format.date(activityTo)}.`
          : 'Activity was not read yet.'}
      </p>
    </Section>
  );
}
