import { PERSONAL_OPERATIONS } from './my-seat';
import { handleMySeat } from './my-seat-resolver';
import { handleInvoke } from './resolver';

/**
 * The door of the page in Jira's Apps menu, which everybody may open: their own seat, and whatever their role in the app allows.
 * Each operation is checked by the door that it belongs to.
 */
export const handleGlobalPage: typeof handleInvoke = (invocation, platform) => {
  const isPersonal = Object.hasOwn(PERSONAL_OPERATIONS, invocation.call.functionKey);
  return isPersonal ? handleMySeat(invocation, platform) : handleInvoke(invocation, platform);
};
