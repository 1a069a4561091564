/** Tests run on TypeScript sources in bare Node (scripts/typescript.mjs), one program load for many files. */
export default {
  runner: 'jest-light-runner/child-process',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/test/support/time-limits.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Jest leaves one core idle by default, which doubles the time of a run on two.
  maxWorkers: '100%',
};
