import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import { useAnswer } from '../../api/queries';
import { Loaded } from '../../components/loaded';
import { useMay } from '../../components/role-notice';
import { Section } from '../../components/section';
import { TextSkeleton } from '../../components/skeletons';

const NoticeForm = lazy(() => import('./notice-form'));

/** Through which work item Jira mails people, for all rules that ask them first. */
export function NoticeCard({ isNeeded }: { readonly isNeeded: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const may = useMay('integrator') === true;
  const query = useAnswer('getNoticeSettings', {});
  const edit = (
    <Button isDisabled={!may || !query.data} onClick={() => setOpen(true)}>
      {query.data?.workItem ? 'Change' : 'Choose a work item'}
    </Button>
  );
  return (
    <Section title="Notices" actions={edit} isCard>
      <Loaded query={query} skeleton={<TextSkeleton lines={2} />}>
        {(settings) => (
          <>
            <Through workItem={settings.workItem} isNeeded={isNeeded} />
            <Suspense fallback={null}>
              <ModalTransition>
                {isOpen ? <NoticeForm settings={settings} onClose={() => setOpen(false)} /> : null}
              </ModalTransition>
            </Suspense>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Through({ workItem, isNeeded }: { readonly workItem: string | null; readonly isNeeded: boolean }) {
  if (workItem)
    return (
      <p>
        People whom a rule asks first are mailed through <strong>{workItem}</strong>. They answer on their own page, My
        Jira seat.
      </p>
    );
  if (!isNeeded)
    return (
      <p>
        A rule with Notify user has people asked by mail before their seat is taken back. For that, choose the work item
        that Jira mails them through.
      </p>
    );
  return (
    <SectionMessage appearance="warning" title="Nobody can be mailed">
      <p>
        Jira mails people only about a work item. Until one is chosen, no seat of a rule that notifies is reclaimed.
      </p>
    </SectionMessage>
  );
}
