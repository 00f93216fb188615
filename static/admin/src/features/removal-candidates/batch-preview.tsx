import SectionMessage from '@atlaskit/section-message';
import type { CandidateRow } from '../../../../../src/shared/contract';
import { useAnswer } from '../../api/queries';
import { answerTimeOf } from '../../components/answer-time';
import { isResumable } from '../../components/candidate-states';
import { useFormat } from '../../components/format';
import { RoleNotice } from '../../components/role-notice';
import { SafetyGate, useGate } from '../../components/safety-gate';
import { Section } from '../../components/section';
import styles from './candidates.module.css';
import { Consequences } from './consequences';
import { LeftGroups } from './group-access/left-groups';
import { ImpactSummary } from './impact-summary';
import { PreviewList } from './preview-list';

interface BatchPreviewProps {
  readonly profileId: string;
  readonly people: readonly CandidateRow[];
}

const CHECKS = [
  'The person is still active in Jira, holds the seat and is no administrator.',
  'No activity was seen meanwhile, and no exclusion or rule keeps the seat.',
  'Every group that gives the seat can be changed; if one can’t, none is.',
];

/** The gate as far as it holds these people. */
export function useBatchGate(profileId: string, people: readonly CandidateRow[]) {
  return useGate(profileId, { roleKeys: roleKeysOf(people) }).data;
}

/** Who would lose their seat, and what is checked before: what somebody looks at who decides about a batch. */
export function BatchPreview({ profileId, people }: BatchPreviewProps) {
  const format = useFormat();
  const roleKeys = roleKeysOf(people);
  const rules = useAnswer('listReclamationRules', { profileId }).data?.rules ?? [];
  const asking = rules.find(({ roleKey, notifyUser }) => notifyUser && roleKeys.includes(roleKey));
  const resumed = people.filter(isResumable).length;
  const seats = format.count(people.length, 'seat', 'seats');
  return (
    <>
      <SafetyGate profileId={profileId} roleKeys={roleKeys} />
      <SectionMessage appearance="information" title={`${seats} would be taken back`}>
        <p>Content of these people stays. They can no longer open the app unless another group gives them a seat.</p>
        <Consequences />
        {asking ? (
          <p>
            {`“${asking.name}” has people asked first: they get a mail now and have ${answerTimeOf(asking, format)} to answer. Nobody is removed before.`}
          </p>
        ) : null}
        {resumed > 0 ? (
          <p>
            {`${format.count(resumed, 'of these removals', 'of these removals')} did not work last time and will be tried again. Open a candidate to see what stood in the way.`}
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
        <PreviewList profileId={profileId} people={people} />
      </Section>
      <RoleNotice role="reclaimer" />
    </>
  );
}

function roleKeysOf(people: readonly CandidateRow[]) {
  return [...new Set(people.map(({ roleKey }) => roleKey))].sort();
}
