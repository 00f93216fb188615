import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A call of Jira as it stands in the source: literal route, literal method, and in whose name. */
export interface JiraRoute {
  readonly file: string;
  readonly method: string;
  /** Path with {} for every inserted value, without the query. */
  readonly path: string;
  readonly as: string;
}

/** Every `….requestJira(route`…`, { method: … })` of a folder. */
export function routesIn(folder: string): JiraRoute[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => routesOf(name, readFileSync(join(folder, name), 'utf8')));
}

function routesOf(file: string, text: string): JiraRoute[] {
  const found: JiraRoute[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (node.expression.name.text === 'requestJira') found.push(routeOf(file, node, node.expression));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function routeOf(file: string, call: ts.CallExpression, callee: ts.PropertyAccessExpression): JiraRoute {
  const [route, options] = call.arguments;
  const isLiteral = route && ts.isTaggedTemplateExpression(route) && route.tag.getText() === 'route';
  if (!isLiteral) throw new Error(`${file}: a route that is not literal can't be checked: ${call.getText()}`);
  const method = /method: '(\w+)'/.exec(options?.getText() ?? '')?.[1] ?? 'GET';
  return { file, method, path: pathOf(route.template), as: callee.expression.getText() };
}

function pathOf(template: ts.TemplateLiteral): string {
  const text = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join('{}');
  return text.split('?')[0] ?? text;
}

/** Every path of Jira's that the page's sources name, with {} for inserted values and without the query. */
export function pathsInPage(folder: string): string[] {
  const paths = new Set<string>();
  const visit = (node: ts.Node): void => {
    const path = ts.isStringLiteral(node) ? node.text : ts.isTemplateLiteral(node) ? pathOf(node) : '';
    if (path.startsWith('/rest/')) paths.add(path.split('?')[0] ?? path);
    ts.forEachChild(node, visit);
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    visit(ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return [...paths].sort();
}
