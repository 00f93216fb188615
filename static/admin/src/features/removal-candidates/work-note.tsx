import { useId, useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form/label';
import Textfield from '@atlaskit/textfield';
import type { CandidateView } from '../../../../../src/shared/contract';
import { useCommand } from '../../api/queries';
import { Row } from '../../components/layout';
import { Problem } from '../../components/problem';
import { useMay } from '../../components/role-notice';
import styles from './candidates.module.css';
import { useRefreshCandidate } from './use-refresh-candidate';

/** A note for whoever works on this candidate next. */
export function WorkNote({ candidate: { number } }: { readonly candidate: CandidateView }) {
  const id = useId();
  const [text, setText] = useState('');
  const refresh = useRefreshCandidate();
  const may = useMay('reclaimer') === true;
  const add = useCommand('addWorkNote', () => {
    setText('');
    refresh();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ number, text });
  };
  return (
    <form onSubmit={submit} className={styles.note}>
      {add.error ? <Problem error={add.error} /> : null}
      <Label htmlFor={id}>Work note</Label>
      <Textfield
        id={id}
        maxLength={2000}
        isDisabled={!may}
        placeholder="What you found out or agreed"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Row>
        <Button type="submit" isDisabled={!may || text.trim() === ''} isLoading={add.isPending}>
          Add note
        </Button>
      </Row>
    </form>
  );
}
