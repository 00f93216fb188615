import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { Stack } from '../../components/layout';
import type { ColumnChoice } from './use-columns';

interface ColumnDialogProps {
  readonly choice: ColumnChoice;
  readonly onClose: () => void;
}

/** Which columns the list shows. A choice is seen at once behind the dialog. */
export default function ColumnDialog({ choice, onClose }: ColumnDialogProps) {
  const { all, shown, choose, reset } = choice;
  const chosen = shown.map(({ key }) => key);
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Columns</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack>
          <p>Remembered in this browser. The person is always shown.</p>
          <div>
            {all
              .filter(({ key }) => key !== 'person')
              .map(({ key, header }) => (
                <Checkbox
                  key={key}
                  label={header}
                  isChecked={chosen.includes(key)}
                  onChange={() =>
                    choose(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])
                  }
                />
              ))}
          </div>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={reset}>
          Reset to default
        </Button>
        <Button appearance="primary" onClick={onClose}>
          Done
        </Button>
      </ModalFooter>
    </Modal>
  );
}
