import type { License } from '../../src/domain/licensing/license';
import type { Licensing } from '../../src/ports/licensing';

export class FakeLicensing implements Licensing {
  license: License = 'unknown';

  read(): License {
    return this.license;
  }
}
