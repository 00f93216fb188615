import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { CandidateRow, RunView } from '../../../../../src/shared/contract';
import { useAnswer, useCommand } from '../../api/queries';
import { CountConfirmation } from '../../components/count-confirmation';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Problem } from '../../components/problem';
import { RoleNotice, useMay } from '../../components/role-notice';
import { SafetyGate, useGate } from '../../components/safety-gate';
import { Section } from '../../components/section';
import { LeftGroups } from './group-access/left-groups';
import { ImpactSummary } from './impact-summary';
import { OneByOne, reclaimAsMe } from './one-by-one';
import { PreviewList } from './preview-list';
import styles from './candidates.module.css';
import type { ReclaimPlan } from './reclaim-address';
import type { FocusAfter } from './use-focus-after';

interface ReclaimPreviewProps {
  readonly plan: ReclaimPlan;
  readonly people: readonly CandidateRow[];
  /** Where the focus goes on when the run has started. */
  readonly focus: FocusAfter;
  readonly onStarted: (run: RunView) => void;
}

const CHECKS = [
  'The person is still active in Jira, holds the seat and is no administrator.',
  'No activity was seen meanwhile, and no exclusion or rule keeps the seat.',
  'Every group that gives the seat can be changed; if one can’t, none is.',
];

/** Who would lose their seat, what is checked, and the button that carries the number. */
export function ReclaimPreview({ plan, people, focus, onStarted }: ReclaimPreviewProps) {
  const [isAsking, setAsking] = useState(false);
  const format = useFormat();
  const start = useCommand('startReclaim', (run) => {
    focus.answered();
    onStarted(run);
  });
  const roleKeys = [...new Set(people.map(({ roleKey }) => roleKey))].sort();
  const gate = useGate(plan.profileId, { roleKeys }).data;
  const rules = useAnswer('listReclamationRules', { profileId: plan.profileId }).data?.rules ?? [];
  const asking = rules.find(({ roleKey, notifyUser }) => notifyUser && roleKeys.includes(roleKey));
  const mayReclaim = useMay('reclaimer') === true;
  const seats = format.count(people.length, 'seat', 'seats');
  return (
    <>
      {start.error ? <Problem error={start.error} /> : null}
      <SafetyGate profileId={plan.profileId} roleKeys={roleKeys} />
      <SectionMessage appearance="information" title={`${seats} would be taken back`}>
        <p>Content of these people stays. They can no longer open the app unless another group gives them a seat.</p>
        {asking ? (
          <p>
            {`“${asking.name}” has people asked first: they get a mail now and have ${format.count(asking.daysBeforeAutoReclamation, 'day', 'days')} to answer. Nobody is removed before.`}
          </p>
        ) : null}
        <p>Right before each removal this is checked again, and any doubt keeps the seat:</p>
        <ul className={styles.bullets}>
          {CHECKS.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </SectionMessage>
      <ImpactSummary people={people} />
      <LeftGroups people={people} />
      <Section title={`${seats} in this preview`}>
        <PreviewList people={people} />
      </Section>
      <RoleNotice role="reclaimer" />
      <div className={styles.decide}>
        <Row>
          <Button
            appearance="danger"
            isDisabled={gate?.open !== true || !mayReclaim}
            onClick={(event) => {
              focus.asked(event);
              setAsking(true);
            }}
          >
            {`Reclaim ${seats}`}
          </Button>
        </Row>
      </div>
      {gate && !gate.open && gate.openForOne ? (
        <OneByOne
          numbers={people.map(({ number }) => number)}
          verb="Reclaim"
          isDisabled={!mayReclaim}
          work={reclaimAsMe}
        />
      ) : null}
      <CountConfirmation
        isOpen={isAsking}
        title={`Reclaim ${seats}?`}
        action={`Reclaim ${seats}`}
        count={people.length}
        isBusy={start.isPending}
        focusAfter={focus.focusAfter}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          start.mutate(
            {
              profileId: plan.profileId,
              numbers: plan.numbers === 'all-ready' ? 'all-ready' : people.map(({ number }) => number),
              expectedCount: people.length,
            },
            { onSettled: () => setAsking(false) },
          )
        }
      >
        <p>
          {format.count(people.length, 'seat is', 'seats are')} taken back. It runs in the background in the name of the
          reclaim operator; you can leave the page meanwhile.
        </p>
      </CountConfirmation>
    </>
  );
}
