import { dateField } from './date-field';
import { keyField } from './key-field';
import type { FieldCompiler } from './operators';
import { personField } from './person-field';
import { projectField } from './project-field';
import { worklogAuthor, worklogDate } from './worklog-fields';

/** The JQL fields this site models, by lower-case name. */
export const FIELDS: Readonly<Record<string, FieldCompiler>> = {
  updated: dateField('updated'),
  updateddate: dateField('updated'),
  created: dateField('created'),
  createddate: dateField('created'),
  creator: personField,
  // The data file has no reporter; on most issues it is who created them.
  reporter: personField,
  project: projectField,
  key: keyField,
  issuekey: keyField,
  issue: keyField,
  id: keyField,
  worklogauthor: worklogAuthor,
  worklogdate: worklogDate,
};
