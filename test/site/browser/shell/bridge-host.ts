import { ask, type AppPage } from './server';
import type { FrameHistory } from './frame-history';
import { storedLanguage } from './languages';

export interface FlagOptions {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
  readonly isAutoDismiss?: boolean;
}

export interface ModalOptions {
  readonly size?: string;
  readonly title?: string;
  readonly context?: unknown;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  readonly onClose?: (payload?: unknown) => void;
}

/** What a bridge command can do to the shell around the frame. */
export interface Surroundings {
  readonly showFlag: (flag: FlagOptions) => void;
  readonly closeFlag: (id: string) => void;
  readonly openModal: (modal: ModalOptions) => void;
  readonly closeModal: (payload: unknown) => void;
  readonly reload: () => void;
  readonly enableTheming: () => void;
  readonly colorMode: () => 'light' | 'dark';
  readonly history: FrameHistory;
  /** Whether an address of the site is one that this shell can show. */
  readonly isShown: (pathname: string) => boolean;
}

const events = new EventTarget();
interface Navigation {
  readonly url?: string;
  readonly target?: string;
  readonly type: 'same-tab' | 'new-tab';
}

/** Answers the commands of one frame's bridge. A command that is not modelled here fails loudly. */
export function bridgeHost(page: AppPage, around: Surroundings, modalContext?: unknown) {
  const commands: Record<string, (payload: never) => unknown> = {
    invoke: (payload: object) => invoke(page, payload),
    fetchProduct: (payload: object) => ask('/__shell/fetch-product', payload),
    getContext: () => context(page, around, modalContext),
    enableTheming: () => around.enableTheming(),
    createHistory: () => around.history.forBridge(),
    showFlag: (flag: FlagOptions) => (around.showFlag(flag), true),
    closeFlag: ({ id }: { id: string }) => (around.closeFlag(id), true),
    openModal: (modal: ModalOptions) => (around.openModal(modal), true),
    close: (payload: unknown) => (around.closeModal(payload), true),
    submit: (payload: unknown) => (around.closeModal(payload), true),
    refresh: () => (around.reload(), true),
    reload: () => (around.reload(), true),
    navigate: (to: Navigation) => navigate(to, around),
    getUrl: ({ url }: Navigation) => new URL(url ?? '/', location.href).toString(),
    changeWindowTitle: (title: string) => void (document.title = `${title} - Jira`),
    on: ({ event, callback }: { event: string; readonly callback: (payload: unknown) => void }) =>
      subscribe(event, callback),
    emit: ({ event, payload }: { event: string; payload: unknown }) =>
      void events.dispatchEvent(new CustomEvent(event, { detail: payload })),
    emitReadyEvent: () => true,
  };
  return (command: string, payload: unknown): unknown => {
    const answer = commands[command];
    if (!answer) throw new Error(`The local site does not model the bridge command '${command}'`);
    return answer(payload as never);
  };
}

async function invoke(page: AppPage, payload: object): Promise<unknown> {
  type Invoked = { ok: true; value: unknown } | { ok: false; error: { message: string } };
  const answer = await ask<Invoked>('/__shell/invoke', { moduleKey: page.key, ...payload });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value ?? {};
}

async function context(page: AppPage, around: Surroundings, modalContext: unknown): Promise<object> {
  const known = await ask<{ extension?: object }>('/__shell/context', { moduleKey: page.key });
  const modal = modalContext === undefined ? {} : { modal: modalContext };
  const extension = { ...known.extension, location: location.href, ...modal };
  const told = { ...known, ...storedLanguage(), siteUrl: location.origin, extension };
  const present = Object.entries(told).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(present), theme: { colorMode: around.colorMode() } };
}

/** Most pages of Jira itself do not exist here: the shell says which one would open. */
function navigate({ url, target, type }: Navigation, around: Surroundings): void {
  const wanted = url ?? target ?? '';
  if (type === 'same-tab' && around.isShown(wanted)) {
    location.assign(wanted);
    return;
  }
  if (type === 'new-tab' && (wanted.startsWith('http') || around.isShown(wanted)))
    return void window.open(wanted, '_blank', 'noopener');
  const where = type === 'new-tab' ? 'in a new tab' : 'in this tab';
  around.showFlag({ id: 'navigate', title: `Jira would open ${wanted} ${where}`, type: 'info', isAutoDismiss: true });
}

function subscribe(event: string, callback: (payload: unknown) => void): { unsubscribe: () => void } {
  const listener = (heard: Event) => callback((heard as CustomEvent<unknown>).detail);
  events.addEventListener(event, listener);
  return { unsubscribe: () => events.removeEventListener(event, listener) };
}
