import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useFormat } from '../../../components/format';
import { Stack } from '../../../components/layout';
import type { Seat } from '../list/seat';
import type { ExportHeader } from './export-file';
import { ExportProgress } from './export-progress';
import { useExport, type ExportWish } from './use-export';

interface ExportDialogProps {
  readonly all: readonly Seat[];
  /** Those that the filter leaves, in the order of the list. */
  readonly shown: readonly Seat[];
  readonly header: Omit<ExportHeader, 'generatedAt'>;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: 'csv', label: 'CSV, for spreadsheets' },
  { value: 'json', label: 'JSON, for programs' },
] as const;

/** Which seats go into which file; then how far it is. */
export default function ExportDialog({ all, shown, header, onClose }: ExportDialogProps) {
  const { step, start, cancel } = useExport();
  const isFiltered = Object.keys(header.filters).length > 0;
  const [choice, setChoice] = useState<Choice>({ rows: isFiltered ? 'shown' : 'all', form: 'csv', withNames: false });
  const isBusy = step.kind === 'names' || step.kind === 'writing';

  function begin(): void {
    const { rows, ...wish } = choice;
    start({
      ...wish,
      ...(rows === 'all' ? { seats: all, header: { ...header, filters: {} } } : { seats: shown, header }),
    });
  }

  return (
    <Modal onClose={isBusy ? cancel : onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Export subscriptions</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          {isBusy || step.kind === 'done' ? null : (
            <Choices
              choice={choice}
              onChange={setChoice}
              all={all.length}
              shown={shown.length}
              isFiltered={isFiltered}
            />
          )}
          <ExportProgress step={step} />
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={isBusy ? cancel : onClose}>
          {isBusy ? 'Cancel' : 'Close'}
        </Button>
        {step.kind === 'done' ? (
          <Button onClick={step.save}>Save again</Button>
        ) : (
          <Button appearance="primary" isDisabled={isBusy} onClick={begin}>
            Export
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
}

interface Choice extends Pick<ExportWish, 'form' | 'withNames'> {
  readonly rows: 'all' | 'shown';
}

interface ChoicesProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly all: number;
  readonly shown: number;
  readonly isFiltered: boolean;
}

function Choices({ choice, onChange, all, shown, isFiltered }: ChoicesProps) {
  const format = useFormat();
  const rows = [
    { value: 'all', label: `All ${format.count(all, 'seat', 'seats')}` },
    ...(isFiltered ? [{ value: 'shown', label: `The ${format.count(shown, 'seat', 'seats')} of the filter` }] : []),
  ] as const;
  return (
    <>
      <Select
        label="Seats"
        menuPosition="fixed"
        options={rows}
        value={rows.find(({ value }) => value === choice.rows) ?? null}
        onChange={(option) => onChange({ ...choice, rows: option?.value === 'shown' ? 'shown' : 'all' })}
      />
      <Select
        label="Format"
        menuPosition="fixed"
        options={FORMATS}
        value={FORMATS.find(({ value }) => value === choice.form) ?? null}
        onChange={(option) => onChange({ ...choice, form: option?.value ?? 'csv' })}
      />
      <Checkbox
        label="Include names and e-mails"
        isChecked={choice.withNames}
        onChange={() => onChange({ ...choice, withNames: !choice.withNames })}
      />
      <p>
        {choice.withNames
          ? 'Names are read from Jira now, with your permissions, and are kept nowhere but in your file.'
          : 'People are written as account ids.'}
      </p>
    </>
  );
}
