/** Whether an address is one of a route's; `:name` stands for one part of it, `:name?` for one that may be missing. */
export function fits(pattern: string, pathname: string): boolean {
  const parts = pattern.replaceAll(/\/:\w+\?/g, '(/[^/]+)?').replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${parts}/?$`).test(pathname);
}
