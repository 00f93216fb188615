import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useQueryClient } from '@tanstack/react-query';
import type { ActivitySettingsView } from '../../../../../src/shared/contract';
import { tell } from '../../api/bridge';
import { failureOf } from '../../api/call';
import { useAnswer, useCommand } from '../../api/queries';
import { useFormat } from '../../components/format';
import { Loaded } from '../../components/loaded';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';
import styles from './jobs.module.css';

const StopCounting = lazy(() => import('./stop-counting'));

/** Whether views are counted, since when, what that costs, and the switch. */
export function ViewCounting() {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const mayChange = useMay('integrator') === true;
  const query = useAnswer('getActivitySettings', {});
  const save = useCommand('saveActivitySettings', (settings) => {
    client.setQueryData(['getActivitySettings', {}], settings);
    setAsking(false);
    tell('success', settings.countViews ? 'Views are counted from now on' : 'Views are not counted any more');
  });
  const send = (countViews: boolean) =>
    save.mutate(
      { countViews, revision: query.data?.revision ?? 0 },
      {
        onError: (error) => {
          setAsking(false);
          if (failureOf(error).code === 'conflict') void query.refetch();
        },
      },
    );
  const counts = query.data?.countViews;
  const toggle = (
    <Button
      isDisabled={!mayChange || counts === undefined}
      isLoading={save.isPending && !isAsking}
      onClick={() => (counts ? setAsking(true) : send(true))}
    >
      {counts === false ? 'Count views' : 'Stop counting views'}
    </Button>
  );
  return (
    <Section title="Views of work items" actions={toggle} isCard>
      {save.error ? <Problem error={save.error} /> : null}
      <Loaded query={query} skeleton={<TextSkeleton lines={2} />}>
        {(settings) => <Counting settings={settings} />}
      </Loaded>
      <Suspense fallback={null}>
        <ModalTransition>
          {isAsking ? (
            <StopCounting isBusy={save.isPending} onConfirm={() => send(false)} onCancel={() => setAsking(false)} />
          ) : null}
        </ModalTransition>
      </Suspense>
    </Section>
  );
}

function Counting({ settings }: { readonly settings: ActivitySettingsView }) {
  const format = useFormat();
  const { countViews, viewsFrom, people, invocationsPerMonth, gbSecondsPerMonth, freeGbSecondsPerMonth } = settings;
  const since = viewsFrom === null ? 'counted from the first one on' : `counted since ${format.date(viewsFrom)}`;
  return (
    <div className={styles.budget}>
      <p>
        <strong>Views are {countViews ? since : 'not counted'}.</strong>{' '}
        {countViews
          ? 'Whoever opens a work item keeps their seat under rules that include views.'
          : 'People who only read work items look silent.'}
      </p>
      <p className={styles.hint}>
        {countViews ? 'Expected cost' : 'Counting would cost'} for {format.count(people, 'person', 'people')} at work:
        about {format.number(invocationsPerMonth)} calls of the app and {format.number(gbSecondsPerMonth)} GB-seconds a
        month. Forge gives the app {format.number(freeGbSecondsPerMonth)} GB-seconds a month without charge, for all its
        customers together.
      </p>
    </div>
  );
}
