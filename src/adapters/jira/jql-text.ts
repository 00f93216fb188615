/**
 * Any text as a quoted text of JQL: quotes and backslashes are escaped, and whatever is no visible character is named by its number.
 * Source: https://support.atlassian.com/jira-software-cloud/docs/jql-keywords-and-operators/ ("Reserved characters")
 */
export function jqlText(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (mark) => numbered(mark));
  return `"${escaped}"`;
}

/** A character outside the first plane is two numbers. */
function numbered(mark: string): string {
  return Array.from({ length: mark.length }, (_, n) => `\\u${mark.charCodeAt(n).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
