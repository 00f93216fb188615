import { router, showFlag, view } from '@forge/bridge';
import { productAddress, type ProductAddress } from './product-address';
import { viewerOf, type Viewer } from './viewer';

/** Takes over the product's colors, light or dark, and follows when the person switches. */
export function enableTheme(): Promise<unknown> {
  return Promise.resolve(view.theme.enable());
}

/** Which of the app's pages is looked at, by whom, and where the product shows it. */
export interface Visit {
  /** Key of the manifest's module. */
  readonly moduleKey: string;
  readonly viewer: Viewer;
  readonly address: ProductAddress;
}

/** Asks the product. What it does not tell is left out or gets a default: no page fails for it. */
export async function readVisit(): Promise<Visit> {
  const context: Partial<Awaited<ReturnType<typeof view.getContext>>> = await view.getContext();
  const location: unknown = context.extension?.['location'];
  return {
    moduleKey: context.moduleKey ?? '',
    viewer: viewerOf(context),
    address: productAddress({ ...context, location: typeof location === 'string' ? location : undefined }),
  };
}

export type ProductHistory = Awaited<ReturnType<typeof view.createHistory>>;

/** The product's address bar. */
export function createHistory(): Promise<ProductHistory> {
  return view.createHistory();
}

/** Names the browser's tab. */
export function nameTab(title: string): void {
  view.changeWindowTitle(title).catch((error: unknown) => console.warn(error));
}

/** Opens an address of the product, or any other, in a new tab: the frame itself may open none. */
export function openTab(address: string): void {
  router.open(address).catch((error: unknown) => console.warn(error));
}

/** Leaves this page for another one of the product, in the same tab. */
export function leaveTo(path: string): void {
  router.navigate(path).catch((error: unknown) => console.warn(error));
}

let flags = 0;

/** Tells the result of an action in the product's corner; it goes away by itself. */
export function tell(type: 'success' | 'info' | 'warning' | 'error', title: string, description = ''): void {
  flags += 1;
  showFlag({ id: `license-management-${flags}`, type, title, description, isAutoDismiss: type !== 'error' });
}
