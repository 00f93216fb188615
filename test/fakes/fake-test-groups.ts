import type { GroupId } from '../../src/domain/identifiers';
import type { TestGroups } from '../../src/ports/site-check';
import type { FakeJira } from './fake-jira';

export class FakeTestGroups implements TestGroups {
  constructor(private readonly jira: FakeJira) {}

  create(name: string): Promise<GroupId> {
    return this.jira.answer('createGroup', () => {
      const id = `id of ${name}`;
      this.jira.groups.push({ id, name });
      return id;
    });
  }

  find(name: string): Promise<GroupId | undefined> {
    return this.jira.answer('findGroup', () => this.jira.groups.find((group) => group.name === name)?.id);
  }
}
