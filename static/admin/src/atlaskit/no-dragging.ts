const nothing = (): void => undefined;

/** Stand in for what keeps things from being dragged out of a dialog; the page has nothing to drag. */
export const disableDraggingToCrossOriginIFramesForElement = () => nothing;
export const disableDraggingToCrossOriginIFramesForExternal = () => nothing;
export const disableDraggingToCrossOriginIFramesForTextSelection = () => nothing;
