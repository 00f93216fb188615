/** Where the product shows the app: what a page needs to know to lead to another of the app's pages. */
export interface ProductAddress {
  /** `https://site.atlassian.net`; empty when the product did not tell. */
  readonly site: string;
  /** The path of this page, before its own routes; undefined when the product did not tell. */
  readonly base: string | undefined;
  /** The path of the page in Jira's settings. */
  readonly settings: string | undefined;
  /** The path of the page in Jira's Apps menu. */
  readonly apps: string | undefined;
}

/** What the product tells about the place of a frame. */
export interface ToldPlace {
  readonly siteUrl?: string | undefined;
  /** `ari:cloud:ecosystem::extension/{app}/{environment}/static/{module}`. */
  readonly localId?: string | undefined;
  /** Address of the window around the frame. */
  readonly location?: string | undefined;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PAGE = new RegExp(`^(https?://[^/]+)(/.*?/(${ID})/(${ID}))(?=[/?#]|$)`, 'i');
const EXTENSION = new RegExp(`extension/(${ID})/(${ID})(?=/|$)`, 'i');

/** Reads it from the address of the window, which is documented to hold app and environment; else from the ids alone. */
export function productAddress({ siteUrl = '', localId = '', location = '' }: ToldPlace): ProductAddress {
  const [, origin, base, ...ofPage] = PAGE.exec(location) ?? [];
  const [appId, environmentId] = ofPage.length > 0 ? ofPage : (EXTENSION.exec(localId)?.slice(1) ?? []);
  const isKnown = appId !== undefined && environmentId !== undefined;
  return {
    site: origin ?? siteUrl.replace(/\/$/, ''),
    base,
    settings: isKnown ? `/jira/settings/apps/${appId}/${environmentId}` : undefined,
    apps: isKnown ? `/jira/apps/${appId}/${environmentId}` : undefined,
  };
}
