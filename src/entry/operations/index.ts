import { activitySettingsOperations } from './activity-settings';
import { browserDownloadOperations } from './browser-download';
import { candidateOperations } from './candidates';
import { evidenceOperations } from './evidence';
import { exclusionOperations } from './exclusions';
import { jobOperations } from './jobs';
import type { Operations } from './operation';
import { noticeOperations } from './notices';
import { overviewOperations } from './overview';
import { pointBudgetOperations } from './point-budget';
import { privacyOperations } from './privacy';
import { retentionOperations } from './retention';
import { peopleOperations } from './people';
import { profileOperations } from './profiles';
import { programOperations } from './programs';
import { ruleOperations } from './reclamation-rules';
import { reclaimRequestOperations } from './reclaim-requests';
import { restoreOperations } from './restores';
import { setupOperations } from './setup';
import { siteCheckOperations } from './site-check';
import { softwareModelOperations } from './software-models';
import { subscriptionOperations } from './subscriptions';

/** Every operation of the contract; the compiler misses none. */
export const OPERATIONS: Operations = {
  ...overviewOperations,
  ...profileOperations,
  ...setupOperations,
  ...exclusionOperations,
  ...programOperations,
  ...ruleOperations,
  ...noticeOperations,
  ...softwareModelOperations,
  ...subscriptionOperations,
  ...candidateOperations,
  ...reclaimRequestOperations,
  ...peopleOperations,
  ...evidenceOperations,
  ...privacyOperations,
  ...retentionOperations,
  ...restoreOperations,
  ...jobOperations,
  ...pointBudgetOperations,
  ...activitySettingsOperations,
  ...browserDownloadOperations,
  ...siteCheckOperations,
};
