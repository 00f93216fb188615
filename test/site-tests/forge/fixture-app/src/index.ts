/** A tiny app that uses every platform feature the host offers; the tests drive it from outside. */
export { resolver } from './resolver';
export { consume, onEvent, onInstall, tick } from './background';
