import fc from 'fast-check';
import { isThorough } from './thorough';

// An ordinary check tries the same random cases each time, so whatever fails was changed; a thorough one tries new ones.
if (!isThorough) fc.configureGlobal({ seed: 20261129 });
