/** The handlers that manifest.yml names. */
export { handleJob as consumeJob } from './entry/consume-job';
export { handleGlobalPage as globalPageResolver } from './entry/global-page-resolver';
export { handleLifecycle as lifecycle } from './entry/lifecycle';
export { handleMySeat as mySeatResolver } from './entry/my-seat-resolver';
export { handleProductEvent as productEvent } from './entry/product-events';
export { handleInvoke as resolver } from './entry/resolver';
export { handleTick as tick } from './entry/tick';
