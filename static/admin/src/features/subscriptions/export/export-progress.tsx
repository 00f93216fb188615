import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { JiraRefusal } from '../../../api/jira-refusal';
import { useFormat, type Format } from '../../../components/format';
import type { ExportStep } from './use-export';

/** How far a file is, that it is there, or why it could not be made. */
export function ExportProgress({ step }: { readonly step: ExportStep }) {
  const format = useFormat();
  switch (step.kind) {
    case 'idle':
      return null;
    case 'names':
    case 'writing': {
      const text = progressText(step, format);
      return (
        <div aria-busy="true">
          <p role="status">{text}</p>
          <ProgressBar ariaLabel={text} value={step.total === 0 ? 1 : step.done / step.total} />
        </div>
      );
    }
    case 'done':
      return (
        <SectionMessage appearance="success" title={`${step.name} is ready`}>
          <p role="status">{doneText(step, format)}</p>
        </SectionMessage>
      );
    case 'failed':
      return (
        <div role="alert">
          <SectionMessage appearance="error" title="The file was not made">
            <p>{failedText(step.error)}</p>
          </SectionMessage>
        </div>
      );
  }
}

function progressText(step: Extract<ExportStep, { kind: 'names' | 'writing' }>, { number }: Format): string {
  const counted = `${number(step.done)} of ${number(step.total)}`;
  if (step.kind === 'writing') return `Writing seats: ${counted}`;
  const wait = step.waitSeconds === null ? '' : `. Jira asks to wait ${number(Math.ceil(step.waitSeconds))} s`;
  return `Reading names: ${counted}${wait}`;
}

function doneText({ seats, unnamed }: Extract<ExportStep, { kind: 'done' }>, { count }: Format): string {
  const nameless = unnamed > 0 ? ` Jira tells no name for ${count(unnamed, 'person', 'people')}.` : '';
  return `It holds ${count(seats, 'seat', 'seats')}.${nameless} Your browser saves it; if it did not, save it again.`;
}

function failedText(error: unknown): string {
  if (error instanceof JiraRefusal)
    return error.status === 429
      ? 'Jira is asked too often now, so not all names could be read. Try again in some minutes, or export without names.'
      : 'Jira did not tell the names, so nothing was saved. Try again, or export without names.';
  return 'The page ran into a problem, so nothing was saved. Try again, or export fewer seats.';
}
