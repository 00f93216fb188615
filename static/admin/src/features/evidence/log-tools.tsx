import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import type { EvidenceVerification } from '../../../../../src/shared/contract';
import { call, failureOf } from '../../api/call';
import { useNow } from '../../api/now';
import { downloadFile, fileName } from '../../components/export/download';
import { useFormat } from '../../components/format';
import { Row, Stack } from '../../components/layout';
import { Problem } from '../../components/problem';
import { Section } from '../../components/section';
import { CSV_FORM, JSON_FORM, type LogForm } from './log-file';
import { useLogWalk, type Report, type Walk } from './log-walk';
import type { Patience } from './patience';
import { readLog, verifyLog } from './read-log';
import { verdictOf } from './verdict';

/** A file that is ready, kept for those whose browser did not save it at once. */
interface LogFile {
  readonly name: string;
  readonly save: () => void;
  readonly entries: number;
  /** What it says about people. */
  readonly holds: string;
}

const PASSING: readonly string[] = ['internal', 'jira-busy'];
const PATIENCE: Patience = {
  passes: (error) => PASSING.includes(failureOf(error).code),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};

/** Proves the log, and saves it as a file. */
export function LogTools() {
  const now = useNow();
  const verification = useLogWalk<EvidenceVerification>();
  const file = useLogWalk<LogFile>();
  const isBusy = [verification.walk, file.walk].some(({ kind }) => kind === 'under-way');

  async function makeFile(form: LogForm, report: Report): Promise<LogFile | undefined> {
    const parts: string[] = [];
    const ends = await readLog(
      (input) => call('readEvidence', input),
      (entries, people) => parts.push(form.lines(entries, people)),
      report,
      PATIENCE,
    );
    if (!ends) return undefined;
    const name = fileName('evidence', now, form.extension);
    const text = [form.head(ends, new Date(now).toISOString()), ...parts];
    const save = () => downloadFile(name, form.type, text);
    save();
    return { name, save, entries: ends.head.sequence - ends.start.sequence, holds: form.holds };
  }

  return (
    <Section
      title="Prove and keep"
      description="Verify reads every entry and checks that nothing was changed, taken out, or cut off the end. An export keeps the log outside: the JSON file can be verified without this app."
      isCard
    >
      <Row>
        <Button
          appearance="primary"
          isDisabled={isBusy}
          onClick={() =>
            verification.start((report) => verifyLog((input) => call('verifyEvidence', input), report, PATIENCE))
          }
        >
          Verify
        </Button>
        {[CSV_FORM, JSON_FORM].map((form) => (
          <Button key={form.label} isDisabled={isBusy} onClick={() => file.start((report) => makeFile(form, report))}>
            {`Export ${form.label}`}
          </Button>
        ))}
      </Row>
      <Progress what="Verified" walk={verification.walk} onCancel={verification.cancel} />
      <Progress what="Read" walk={file.walk} onCancel={file.cancel} />
      {verification.walk.kind === 'done' ? <Verdict verification={verification.walk.result} /> : null}
      {file.walk.kind === 'done' ? <Saved file={file.walk.result} /> : null}
    </Section>
  );
}

interface ProgressProps {
  readonly what: string;
  readonly walk: Walk<unknown>;
  readonly onCancel: () => void;
}

function Progress({ what, walk, onCancel }: ProgressProps): ReactNode {
  const format = useFormat();
  if (walk.kind === 'failed') return <Problem error={walk.error} />;
  if (walk.kind !== 'under-way') return null;
  const { done, total, waitsSeconds = 0 } = walk;
  const text =
    total === 0 ? 'Starting …' : `${what} ${format.number(done)} of ${format.count(total, 'entry', 'entries')}`;
  return (
    <Stack>
      <Row>
        <span role="status">{waitsSeconds > 0 ? `${text}. ${pauseOf(waitsSeconds)}` : text}</span>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </Row>
      <ProgressBar ariaLabel={text} value={total === 0 ? 0 : done / total} isIndeterminate={total === 0} />
    </Stack>
  );
}

function pauseOf(seconds: number): string {
  return `The app’s storage is busy: it goes on by itself in ${seconds} seconds.`;
}

function Verdict({ verification }: { readonly verification: EvidenceVerification }) {
  const format = useFormat();
  const { broken, head } = verification;
  return (
    <div role={broken ? 'alert' : 'status'}>
      <SectionMessage
        appearance={broken ? 'error' : 'success'}
        title={broken ? 'The log is not as it was written' : 'Proven'}
      >
        <p>{verdictOf(verification, format.number)}</p>
        {broken ? (
          <p>
            Export the log as JSON and keep it, find out who can reach the app’s storage, and compare with an earlier
            export.
          </p>
        ) : (
          <p>
            Keep this to tell later whether the log still goes on from here:{' '}
            <code>{`${head.sequence}:${head.hash}`}</code>
          </p>
        )}
      </SectionMessage>
    </div>
  );
}

function Saved({ file }: { readonly file: LogFile }) {
  const format = useFormat();
  return (
    <div role="status">
      <Row>
        <span>
          {format.count(file.entries, 'entry', 'entries')} in {file.name}. {file.holds}
        </span>
        <Button appearance="subtle" spacing="compact" onClick={file.save}>
          Save again
        </Button>
      </Row>
    </div>
  );
}
