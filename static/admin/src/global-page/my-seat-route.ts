/** Where mails lead: the address ends so (`src/adapters/jira/jira-notifier.ts`). */
export const MY_SEAT = '/my-seat';
