/** Atlassian account id: the only thing stored about a person. */
export type AccountId = string;
export type GroupId = string;
/** Application role key, the software's subscription identifier: `jira-software`, `jira-servicedesk`, … */
export type RoleKey = string;
export type ProfileId = string;
export type RunId = string;
/** `RC0000123` */
export type CandidateNumber = string;
