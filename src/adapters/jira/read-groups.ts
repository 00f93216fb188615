import { z } from 'zod';
import type { JiraGroup } from '../../domain/jira-group';
import { readElements } from './read-elements';

const Group = z.object({ groupId: z.string().min(1), name: z.string().nullish().catch(null) });

export interface ReadGroups {
  readonly groups: readonly JiraGroup[];
  /** Elements that are no group that can be acted on. */
  readonly unread: number;
}

/** Groups are known by id only: names can be changed or missing. */
export function readGroups(list: readonly unknown[]): ReadGroups {
  const { values, damaged } = readElements(Group, list);
  return {
    groups: values.map(({ groupId, name }) => ({ id: groupId, name: name || groupId })),
    unread: damaged.length,
  };
}
