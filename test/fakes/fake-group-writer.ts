import type { AccountId, GroupId } from '../../src/domain/identifiers';
import { Failure } from '../../src/ports/failures';
import type { ActingAs, GroupWriter } from '../../src/ports/group-writer';
import type { FakeJira, FakePerson } from './fake-jira';

export class FakeGroupWriter implements GroupWriter {
  constructor(private readonly jira: FakeJira) {}

  removeMember(groupId: GroupId, accountId: AccountId, as: ActingAs): Promise<void> {
    const operation = `removeMember ${groupId}`;
    return this.jira.answer(operation, () => {
      const person = this.changeable(groupId, accountId, as);
      if (!person.groups.has(groupId) || this.jira.ignores(operation)) return;
      this.jira.move(accountId, groupId, false);
      this.jira.removals.push({ groupId, accountId });
    });
  }

  addMember(groupId: GroupId, accountId: AccountId, as: ActingAs): Promise<void> {
    const operation = `addMember ${groupId}`;
    return this.jira.answer(operation, () => {
      this.changeable(groupId, accountId, as);
      if (!this.jira.ignores(operation)) this.jira.move(accountId, groupId, true);
    });
  }

  private changeable(groupId: GroupId, accountId: AccountId, as: ActingAs): FakePerson {
    if (as.kind === 'operator' && !this.jira.operatorMayAct) throw new Failure('jira-refused', 'Jira refused (403).');
    if (this.jira.managedElsewhere.has(groupId)) throw new Failure('jira-rejected', 'Jira rejected the change (400).');
    const person = this.jira.people.get(accountId);
    if (!person) throw new Failure('jira-not-found', 'Jira does not know this account.');
    return person;
  }
}
