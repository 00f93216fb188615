/** One configuration for every suite; `npm test` runs them all. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' }, transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  setupFiles: ['<rootDir>/test/fakes/property-seed.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/stubs/empty.js' },
  testTimeout: 120_000,
  maxWorkers: 2,
};
