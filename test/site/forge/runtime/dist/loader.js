'use strict';
// The platform starts a function through this file; the bundler puts the wrapper beside it under this name.
module.exports = require('./__forge_wrapper__.cjs');
