/** Fields that a real Jira site has and this one has no data for. Source: Atlassian's JQL fields reference. */
const OTHER_FIELDS = new Set(
  `affectedversion approvals assignee attachments category comment component description development due duedate
  environment "epic link" filter request savedfilter searchrequest fixversion hierarchylevel issue.property issuelink
  issuelinktype issuetype type labels lastviewed level originalestimate timeoriginalestimate parent priority
  remainingestimate timeestimate resolution resolved resolutiondate sprint status statuscategory
  statuscategorychangeddate summary text textfields timespent voter votes watcher watchers workratio worklogcomment
  team organizations "request type" "request channel type" "request last activity time" rank flagged
  "story points" "start date" projecttype lastcommentedby workitem workitemkey workitemtype`
    .match(/"[^"]+"|\S+/g)
    ?.map((name) => name.replaceAll('"', '')),
);

export function isJiraField(name: string): boolean {
  const field = name.toLowerCase();
  return OTHER_FIELDS.has(field) || /^cf\[\d+\]$/.test(field);
}
