import type { NoticeMail } from '../../src/domain/notice-mail';
import type { WorkItem } from '../../src/domain/notice';
import { Failure } from '../../src/ports/failures';
import type { AnswerSite, Notifier } from '../../src/ports/notifier';
import type { FakeJira } from './fake-jira';

export class FakeNotifier implements Notifier {
  constructor(private readonly jira: FakeJira) {}

  findWorkItem(key: string): Promise<WorkItem | undefined> {
    return this.jira.answer('findWorkItem', () => this.jira.noticeItems.find((item) => item.key === key));
  }

  canOpen(accountId: string, { id }: WorkItem): Promise<boolean> {
    return this.jira.answer(
      'canOpen',
      () => !this.jira.blind.has(accountId) && this.jira.noticeItems.some((item) => item.id === id),
    );
  }

  send(to: string, { id }: WorkItem, mail: NoticeMail): Promise<void> {
    return this.jira.answer('send', () => {
      if (!this.jira.sendsMail) throw new Failure('jira-refused', 'Jira refused (403).');
      if (!this.jira.noticeItems.some((item) => item.id === id))
        throw new Failure('jira-not-found', 'Not found (404).');
      this.jira.mails.push({ to, at: this.jira.clock.now(), ...mail });
    });
  }

  findSite(): Promise<AnswerSite> {
    const address = 'https://example.atlassian.net/jira/apps/a/e/my-seat';
    return this.jira.answer('findSite', () => ({ address, timeZone: this.jira.timeZone }));
  }
}
