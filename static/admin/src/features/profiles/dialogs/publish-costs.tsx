import type { PublishPreview } from '../../../../../../src/shared/contract';
import { useAnswer } from '../../../api/queries';
import { useFormat } from '../../../components/format';
import { Facts, Stack } from '../../../components/layout';
import { Loaded } from '../../../components/loaded';
import { TextSkeleton } from '../../../components/skeletons';
import { budgetInWords, timeInWords } from '../model/cost';
import styles from '../profiles.module.css';

/** The jobs that publishing starts, and what their first run will cost. */
export function PublishCosts({ profileId }: { readonly profileId: string }) {
  const preview = useAnswer('previewPublish', { profileId });
  return (
    <Loaded query={preview} skeleton={<TextSkeleton lines={6} />}>
      {(value) => <Costs preview={value} />}
    </Loaded>
  );
}

function Costs({ preview }: { readonly preview: PublishPreview }) {
  const format = useFormat();
  const { jobs, memberships, issues, estimatedRequests, estimatedSeconds } = preview;
  return (
    <Stack>
      <div>
        <p>
          {jobs.length === 1
            ? 'This job starts at once and is repeated every day:'
            : 'These jobs start at once, one after the other, and are repeated every day:'}
        </p>
        <ul className={styles.bullets}>
          {jobs.map((job) => (
            <li key={job}>{job}</li>
          ))}
        </ul>
      </div>
      <p>What the first run reads and costs, estimated from sizes:</p>
      <Facts
        facts={[
          { term: 'Memberships', value: format.number(memberships) },
          { term: 'Work items', value: format.number(issues) },
          { term: 'Jira requests', value: format.number(estimatedRequests) },
          { term: 'Points', value: `${budgetInWords(preview, format.count)}.` },
          {
            term: 'Time',
            value: `${capitalized(timeInWords(estimatedSeconds, format.count))}. You can leave meanwhile.`,
          },
        ]}
      />
    </Stack>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
