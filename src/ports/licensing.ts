import type { License } from '../domain/licensing/license';

export interface Licensing {
  /** The license of the installation this invocation belongs to. */
  read(): License;
}
