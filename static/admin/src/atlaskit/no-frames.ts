/** Stands in for a package that resizes frames within the page; the page has none. */
export function iframeResizer(): never {
  throw new Error('The page has no frames of its own');
}
