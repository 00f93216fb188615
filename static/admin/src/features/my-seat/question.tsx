import { lazy, Suspense, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { MySeat, MySeatQuestion } from '../../../../../src/shared/contract';
import { useFormat } from '../../components/format';
import { Row } from '../../components/layout';
import { Asked } from './asked';
import styles from './my-seat.module.css';
import { TITLES, whatFollows } from './words';

const ReplyDialog = lazy(() => import('./reply-dialog'));

export type Reply = 'keep' | 'release';
type State = MySeatQuestion['state'];

const APPEARANCES: Readonly<Record<State, 'information' | 'warning' | 'success'>> = {
  asked: 'information',
  'wants-to-keep': 'information',
  released: 'information',
  denied: 'warning',
  kept: 'success',
};

/** What may be answered in a state, in the words of its buttons; the first one is what most people come for. */
const BUTTONS: Readonly<Partial<Record<State, readonly { readonly reply: Reply; readonly label: string }[]>>> = {
  asked: [
    { reply: 'keep', label: 'Keep my seat' },
    { reply: 'release', label: 'I don’t need it' },
  ],
  'wants-to-keep': [{ reply: 'release', label: 'I don’t need it after all' }],
  released: [{ reply: 'keep', label: 'Keep my seat after all' }],
};

/** What somebody was asked about a seat, what they answered, and what comes of it. */
export function Question({ seat, question }: { readonly seat: MySeat; readonly question: MySeatQuestion }) {
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const [reply, setReply] = useState<Reply | null>(null);
  const { state, mayAnswer, number } = question;
  return (
    <div ref={place} tabIndex={-1} className={styles.question}>
      <SectionMessage appearance={APPEARANCES[state]} title={TITLES[state]}>
        {state === 'asked' && mayAnswer ? (
          <Asked seat={seat} question={question} />
        ) : (
          <p>{whatFollows(question, format)}</p>
        )}
      </SectionMessage>
      {mayAnswer ? (
        <Row>
          {(BUTTONS[state] ?? []).map(({ reply: each, label }) => (
            <Button key={each} onClick={() => setReply(each)}>
              {label}
            </Button>
          ))}
        </Row>
      ) : null}
      <p className={styles.reference}>Reference: {number}</p>
      <Suspense fallback={null}>
        {reply ? (
          <ReplyDialog seat={seat} number={number} reply={reply} focusAfter={place} onClose={() => setReply(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}
