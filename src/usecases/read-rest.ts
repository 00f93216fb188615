import type { ActivityFact } from '../domain/activity';
import type { ActivitySource } from '../ports/activity-source';

/** Reads all comments and changes of an issue that did not fit into the search answer. */
export async function readRest(
  issue: { issueKey: string; comments: boolean; changes: boolean },
  activitySource: ActivitySource,
): Promise<ActivityFact[]> {
  const facts: ActivityFact[] = [];
  const readers = [
    ...(issue.comments ? [activitySource.readComments.bind(activitySource)] : []),
    ...(issue.changes ? [activitySource.readChanges.bind(activitySource)] : []),
  ];
  for (const read of readers) {
    for (let startAt: number | null = 0; startAt !== null;) {
      const answer = await read(issue.issueKey, startAt);
      facts.push(...answer.facts);
      startAt = answer.nextStartAt;
    }
  }
  return facts;
}
