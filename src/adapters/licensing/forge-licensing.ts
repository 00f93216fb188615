import { getAppContext } from '@forge/api';
import type { License } from '../../domain/licensing/license';
import type { Licensing } from '../../ports/licensing';

/** https://developer.atlassian.com/platform/forge/license-api/ : `active` alone tells; only a paid, listed app has a license at all. */
export class ForgeLicensing implements Licensing {
  read(): License {
    const active = getAppContext().license?.active;
    if (active === undefined) return 'unknown';
    return active ? 'active' : 'inactive';
  }
}
