import { JastBuilder, type Query } from '@atlaskit/jql-ast';
import { badRequest } from '../door/answer';

let builder: JastBuilder | undefined;
let last: { readonly jql: string; readonly query: Query } | undefined;

/** Parses JQL with Atlassian's own parser. What it does not accept is Jira's 400. */
export function parseJql(jql: string): Query {
  // The builder answers an empty tree when it is given the same text twice in a row.
  if (last?.jql === jql) return last.query;
  const query = parseAnew(jql);
  last = { jql, query };
  return query;
}

function parseAnew(jql: string): Query {
  builder ??= new JastBuilder(); // building it takes 100 ms, so not before the first query
  const { query, errors } = builder.build(jql);
  const [error] = errors;
  if (error !== undefined) throw badRequest(`Error in the JQL Query: ${error.message}`);
  if (query === undefined) throw unbounded();
  return query;
}

/** A search must restrict something: Jira refuses to list everything. */
export const unbounded = () =>
  badRequest('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
